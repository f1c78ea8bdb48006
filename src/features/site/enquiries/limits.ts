/** The most characters of one message. Apart from the forms, so that the public page loads no validator. */
export const mostWords = 5_000;

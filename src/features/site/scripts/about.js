// Whoever comes from the page of a paper or a work finds it named; without this they name it themselves.
const about = new URLSearchParams(location.search).get('about') ?? '';
const field = document.getElementById('contact-about');
if (field && field.value === '' && /^(papers|works)\/[a-z0-9-]{1,80}$/.test(about)) field.value = about;

/**
 * Owns one character map as a damaged PDF held it: strict programs unpack nothing of it, lenient ones go on and come
 * upon a range of millions. Found by the fuzz run on 23 November 2026, in a paper typeset for the corpus.
 */
const packed = [
  'eNptVE1v4jAQvedXeA+V2gPFdkKwK4QUEpA4bFuVarVXSEw3UkmiEA799ztv7NButRJEb8Yz896MP25+PO8mWdUe3CS+l+LF',
  'ndtLX7pJ/nPfRTc3RVteTq4ZHp2rXDWunh/Ec9+WOzeI23xbbJt6uKPgbVO+Xyo3Rv0/aOXe6uYzBDzi9tX9nnTD6WD6Cf0k',
  '4l7r4Z3Wvy8JssXVFhz6y/Xnum0ehLqXUpJj3VR5e4LuczQN3GI6qjnWTdUHAeIAOZHSoqrLIVj8LU80ACTvPs6DO22bYxst',
  'FmL6Qovnof9gZXfR9KmvXF83b+L2qoq8u0vXvTsoEDJaLkXljlSMen3cn5yYfm/quvz60Tmh2VZeTdlW7tztS9fvmzcXLaRc',
  'isVms4xcU31bUyHlcBxjU4qVc3xUopbkWANv2DEvyKEMYWXpo3X5kEOjvOY8SZgciJhtvMOQI1WE51xIpihqEG3Aon2KjQnb',
  'hB0qhwMR1keomBwZamQ518hQI1v7rtix5ubGLhI7dlX+2ffUA3KlLiz60V5GSn+2408bxNKLSNCZnPk8tC2Nxytg63EGvPIY',
  'fcqcp6I0xiTZn8+BmV/FkK2YX8fs/8Kdwk6+2EGfmv3rg0aV+uljcmruOdfAGWPJ/CvvZ06vi3aRcIF6cc65YUsYh/2CLh3m',
  'Dv5Ueoz+jMcZNBjFNTXmYbSPwTwM96QsNJiwodBmZn630afxs8wZ80mSMTSYjHNZj1l5PzQY3nY145rQTyPm3LXvkXk3jBPo',
  'tIEL8TbsGx8q63PZH7gwHxu4UMcGLpw5W/i5gcsy1yznmHAdwJUVfm5FOIF84nDR8Bhcr2956Xu62fxi8K3Ffa0bd31UurZD',
  'Fv/5NRrfO1hPm+gvSCNhWQ==',
].join('');

export const damagedMap = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));

// Adds the reader's own time beside each instant of a public page, which is complete without it.
// Its words stand on the page. `data-ends` marks a deadline: its instant is the first that is too late, and people are shown the minute before.
const page = document.getElementById('page').dataset;
for (const element of document.querySelectorAll('main time[datetime$="Z"]')) {
  const at = new Date(element.dateTime);
  if ('ends' in element.dataset) at.setTime(at.getTime() - 1);
  const words = new Intl.DateTimeFormat(page.locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at);
  const own = document.createElement('span');
  own.className = 'quiet';
  own.textContent = page.time.replace('{time}', words);
  element.after(own);
}

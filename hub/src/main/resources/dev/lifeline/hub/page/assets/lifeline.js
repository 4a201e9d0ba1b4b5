// What htmx does not do: the dialog, times in the viewer's zone, drafts of forms, copying. Everything works without it.
'use strict';
(() => {
  const dialog = () => document.getElementById('dialog');
  const SECRET = 'input[type="password"], input[type="hidden"], [data-secret]';

  // ---- times: the viewer's zone, UTC on hover
  const format = new Intl.DateTimeFormat(undefined, {dateStyle: 'medium', timeStyle: 'short'});
  function localTimes(root) {
    for (const time of root.querySelectorAll('time[datetime]')) {
      const at = new Date(time.dateTime);
      if (!Number.isNaN(at.valueOf())) time.textContent = format.format(at);
    }
  }

  // ---- what a form's field says is wrong is said of the field, too
  function markInvalid(root) {
    for (const problem of root.querySelectorAll('.field-problem[id$="-problem"]')) {
      const field = document.getElementById(problem.id.slice(0, -'-problem'.length));
      if (!field) continue;
      if (problem.childElementCount) field.setAttribute('aria-invalid', 'true');
      else field.removeAttribute('aria-invalid');
    }
  }
  function focusInvalid() {
    const scope = dialog().open ? dialog() : document;
    scope.querySelector('[aria-invalid="true"]')?.focus();
  }

  // ---- drafts: what was typed stays when a session ends meanwhile; never a secret
  const draftKey = form => 'draft:' + form.dataset.draft;
  const drafted = form => [...form.elements].filter(field => field.name && !field.matches(SECRET) && field.type !== 'submit');
  function keepDraft(form) {
    const values = drafted(form).map(f => [f.name, f.type === 'checkbox' || f.type === 'radio' ? [f.value, f.checked] : f.value]);
    try { sessionStorage.setItem(draftKey(form), JSON.stringify(values)); } catch { /* full, or not allowed */ }
  }
  function restoreDraft(form) {
    let values;
    try { values = JSON.parse(sessionStorage.getItem(draftKey(form))); } catch { return; }
    if (!Array.isArray(values)) return;
    const fields = drafted(form);
    for (const [name, value] of values) {
      if (Array.isArray(value)) {
        const field = fields.find(f => f.name === name && f.value === value[0]);
        if (field) field.checked = value[1];
      } else {
        const field = fields.find(f => f.name === name);
        if (field) field.value = value;
      }
    }
    form.dispatchEvent(new Event('change', {bubbles: true}));
  }
  const forgetDraft = form => form && sessionStorage.removeItem(draftKey(form));

  // ---- fields that are there for one choice only
  function choose(form) {
    for (const part of form.querySelectorAll('[data-when]')) {
      const [name, value] = part.dataset.when.split('=');
      const field = form.elements.namedItem(name);
      part.hidden = !!field && !value.split('|').includes(field.value);
    }
  }

  // ---- a verification: what it verifies stays as it is; what it proves is saved, if that was wanted
  const isRunning = form => !!form.querySelector('[data-running], [data-save]');
  function holdStill(root) {
    for (const form of document.querySelectorAll('form[data-draft]')) {
      for (const field of form.querySelectorAll('.body > .field, .body > .check')) field.inert = isRunning(form);
    }
    const proved = root.matches?.('[data-save]') ? root : root.querySelector('[data-save]');
    const form = proved?.closest('form');
    const run = form?.elements.namedItem('verification');
    if (run && run.value !== proved.dataset.save) {
      run.value = proved.dataset.save;
      form.querySelector('button[value="save"]').click();
    }
  }
  document.addEventListener('submit', event => {
    const form = event.target;
    if (isRunning(form) && event.submitter?.value !== 'save') { event.preventDefault(); event.stopImmediatePropagation(); }
  }, true);

  // ---- what goes on: each event of its stream is a reason to show it anew; without the stream it is shown anew now and then
  const NEWS = ['created', 'started', 'step-started', 'state-changed', 'stuck', 'warning', 'step-ended', 'cancel-requested', 'ended'];
  let stream;
  function listen() {
    const place = document.querySelector('[data-live]')?.dataset.live;
    const of = place?.split('?')[0];
    if (stream?.of === of) return;
    stream?.source.close();
    stream = of && {of, source: new EventSource(place)};
    if (!stream) return;
    const tell = () => { const part = document.querySelector('[data-live]'); if (part) htmx.trigger(part, 'news'); };
    for (const name of NEWS) stream.source.addEventListener(name, tell);
  }

  function settle(root) {
    localTimes(root);
    listen();
    holdStill(root);
    for (const done of root.querySelectorAll('[data-done]')) sessionStorage.removeItem('draft:' + done.dataset.done);
    for (const form of root.querySelectorAll('form')) {
      if (form.dataset.draft && !form.dataset.fresh) { form.dataset.fresh = 'no'; restoreDraft(form); }
      choose(form);
    }
    for (const part of root.querySelectorAll('[data-script]')) part.hidden = false;
  }

  document.addEventListener('DOMContentLoaded', () => {
    settle(document);
    const fold = document.querySelector('[data-fold]');
    if (fold) {
      const narrow = matchMedia('(max-width: 52rem)');
      const set = () => { fold.open = !narrow.matches; };
      narrow.addEventListener('change', set);
      set();
    }
  });

  document.addEventListener('input', event => {
    const form = event.target.form;
    if (form?.dataset.draft) keepDraft(form);
  });
  document.addEventListener('change', event => {
    const form = event.target.form ?? event.target.closest?.('form');
    if (form) { choose(form); if (form.dataset.draft && event.target !== form) keepDraft(form); }
  });

  // ---- the dialog
  function closeDialog() {
    forgetDraft(dialog().querySelector('form[data-draft]'));
    dialog().close();
  }
  document.addEventListener('click', event => {
    if (event.target.closest('[data-close]') && dialog().open) { event.preventDefault(); closeDialog(); }
    else if (event.target.closest('[data-forget]')) forgetDraft(document.querySelector('form[data-draft]'));
    const copy = event.target.closest('[data-copy]');
    if (copy) copyText(copy);
    for (const menu of document.querySelectorAll('[data-menu][open]')) if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    for (const menu of document.querySelectorAll('[data-menu][open]')) { menu.open = false; menu.querySelector('summary').focus(); }
  });

  async function copyText(button) {
    const from = document.getElementById(button.dataset.copy);
    await navigator.clipboard.writeText(from.value ?? from.textContent);
    const busy = document.getElementById('busy');
    busy.textContent = '';
    busy.textContent = button.dataset.said;
    const before = button.title;
    button.title = button.dataset.said;
    button.classList.add('good');
    setTimeout(() => { button.title = before; button.classList.remove('good'); }, 2000);
  }

  // ---- htmx
  document.addEventListener('htmx:afterSwap', event => {
    if (event.detail.target === dialog() && !dialog().open) {
      dialog().addEventListener('cancel', closeDialog, {once: true});
      dialog().addEventListener('close', () => { dialog().innerHTML = ''; }, {once: true});
      dialog().showModal();
      dialog().querySelector('[autofocus], input:not([type="hidden"]), select')?.focus();
    }
  });
  document.addEventListener('htmx:load', event => settle(event.target));
  document.addEventListener('htmx:afterSettle', event => {
    markInvalid(document);
    if (event.detail.xhr?.status === 422) focusInvalid();
  });
  // a redirect after something was done: its draft is done with, too
  document.addEventListener('htmx:beforeOnLoad', event => {
    const answer = event.detail.xhr;
    if (answer.getResponseHeader('HX-Redirect') && answer.status < 300) forgetDraft(event.detail.elt.closest('form[data-draft]') ?? document.querySelector('form[data-draft]'));
  });
  // what went wrong is said where one looks: in the dialog, when it is open
  document.addEventListener('htmx:beforeSwap', event => {
    const status = event.detail.xhr.status;
    if (status < 400 || status === 422) return;
    event.detail.shouldSwap = true;
    event.detail.swapOverride = 'innerHTML';
    event.detail.target = (dialog().open && dialog().querySelector('[data-problem]')) || document.querySelector('main [data-problem]') || document.getElementById('problem');
    for (const waiting of document.querySelectorAll('[data-running], [data-save]')) waiting.remove();
    holdStill(document);
  });
  document.addEventListener('htmx:beforeRequest', () => { const p = document.getElementById('problem'); if (p) p.innerHTML = ''; });
  document.addEventListener('htmx:sendError', event => {
    const form = event.detail.elt.closest('form');
    (form?.querySelector('[data-offline]') ?? document.querySelector('[data-offline]'))?.removeAttribute('hidden');
  });
})();

'use strict';

const assert = require('node:assert/strict');
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { afterEach, beforeEach, test } = require('node:test');

const SOURCE = path.join(__dirname, '../../main/handler/handler.js');
const handler = require(SOURCE);

let folder;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'handler-'));
  fs.copyFileSync(SOURCE, path.join(folder, 'handler.js'));
  fs.writeFileSync(path.join(folder, 'task.json'), JSON.stringify({ name: 'LCSAssetUpload' }));
});

afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** A Java home whose java runs the script; with no version, it has no release file. */
function javaHome(name, version, script = 'exit 0') {
  const home = path.join(folder, name);
  fs.mkdirSync(path.join(home, 'bin'), { recursive: true });
  if (version) {
    fs.writeFileSync(path.join(home, 'release'), `IMPLEMENTOR="x"\nJAVA_VERSION="${version}"\n`);
  }
  fs.writeFileSync(path.join(home, 'bin/java'), `#!/bin/bash\n${script}\n`, { mode: 0o755 });
  return home;
}

/** Runs the handler as the agent does, with that environment and no other. */
function start(env) {
  const node = spawn(process.execPath, [path.join(folder, 'handler.js')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const run = { process: node, out: '', err: '' };
  node.stdout.on('data', (data) => (run.out += data));
  node.stderr.on('data', (data) => (run.err += data));
  run.ended = new Promise((resolve) =>
    node.on('close', (code, signal) => resolve({ code, signal, out: run.out, err: run.err })),
  );
  run.said = (text) =>
    new Promise((resolve) => {
      const look = () => run.out.includes(text) && resolve();
      node.stdout.on('data', look);
      look();
    });
  return run;
}

const run = (env) => start(env).ended;

test('the task is the one whose definition is beside the handler', async () => {
  const home = javaHome('jdk', '17.0.1', 'printf "%s\\n" "$@"');

  const { code, out } = await run({ JAVA_HOME: home });

  assert.equal(code, 0);
  assert.deepEqual(out.trim().split('\n').slice(-2), ['dev.lifeline.tasks.Main', 'LCSAssetUpload']);
  assert.ok(out.includes(path.join(folder, 'lib', '*')));
});

test('every variable reaches java, also those that a shell drops', async () => {
  const home = javaHome('jdk', '17', 'exec env');
  const endpoint = 'ENDPOINT_AUTH_f2a6c1de-8b0f-4b0e-9d0a-1c2d3e4f5a6b';

  const { out } = await run({ JAVA_HOME: home, [endpoint]: '{"a":"=p;w]d%\\"é"}', 'agent.jobstatus': 'Succeeded' });

  assert.ok(out.includes(`${endpoint}={"a":"=p;w]d%\\"é"}`));
  assert.ok(out.includes('agent.jobstatus=Succeeded'));
});

test('a locale without UTF-8 becomes one with it, for java only', () => {
  assert.equal(handler.childEnvironment({ LC_ALL: 'C' }, 'linux').LC_ALL, 'C.UTF-8');
  assert.equal(handler.childEnvironment({}, 'darwin').LC_ALL, 'en_US.UTF-8');
});

test('a locale with UTF-8 stays, and so does everything on windows', () => {
  const german = { LANG: 'de_DE.utf8' };
  const windows = { LANG: 'C' };

  assert.equal(handler.childEnvironment(german, 'linux'), german);
  assert.equal(handler.childEnvironment(windows, 'win32'), windows);
});

test('the named home goes first, then the oldest that is new enough', async () => {
  const [a, b, c] = ['a', 'b', 'c'].map((name) => javaHome(name, '17'));
  const env = { JAVA_HOME_25_X64: a, JAVA_HOME_17_X64: b, JAVA_HOME_11_X64: a, JAVA_HOME: a };

  assert.equal(handler.findJava(env, 'linux', 'x64').java, path.join(b, 'bin/java'));
  assert.equal(handler.findJava({ ...env, LIFELINE_JAVA_HOME: c }, 'linux', 'x64').java, path.join(c, 'bin/java'));
});

test('on arm the names for arm go before those for x64', () => {
  const [a, b] = ['a', 'b'].map((name) => javaHome(name, '21'));

  const found = handler.findJava({ JAVA_HOME_21_X64: a, JAVA_HOME_21_arm64: b }, 'darwin', 'arm64');

  assert.equal(found.java, path.join(b, 'bin/java'));
});

test('a home without a java is passed over', () => {
  const home = javaHome('jdk', '17');
  const env = { JAVA_HOME_17_X64: '/no/such/folder', JAVA_HOME: home };

  assert.equal(handler.findJava(env, 'linux', 'x64').java, path.join(home, 'bin/java'));
});

test('a java without a release file is asked for its version', () => {
  const old = javaHome('old', null, 'echo \'openjdk version "1.8.0_402"\' >&2');
  const young = javaHome('young', null, 'echo \'openjdk version "21-ea" 2023-09-19\' >&2');

  const found = handler.findJava({ JAVA_HOME: old, PATH: `${young}/bin` }, 'linux', 'x64');

  assert.equal(found.java, path.join(young, 'bin/java'));
});

test('where every java is too old, the error names each, and the task that installs one', async () => {
  const old = javaHome('old', '11.0.2');

  const { code, out } = await run({ JAVA_HOME: old, PATH: '/no/such/folder' });

  assert.equal(code, 0);
  assert.match(out, /^##vso\[task\.logissue type=error\]Lifeline needs Java 17 or later, and found none\.%0A/);
  assert.ok(out.includes(`JAVA_HOME=${old} (Java 11)`));
  assert.ok(out.includes('the PATH (no java there)'));
  assert.ok(out.includes('JavaToolInstaller@1'));
  assert.ok(out.trimEnd().endsWith('##vso[task.complete result=Failed]'));
});

test('in a container the error says that the host has no say there', () => {
  const said = handler.noJava(['the PATH (no java there)'], {}, true);

  assert.match(said, /target: host/);
  assert.match(said, /image with a JDK/);
});

test('what failed and was reported by java fails the step, and not the handler', async () => {
  for (const reported of [1, 2, 3, 4, 5, 70]) {
    const home = javaHome('jdk', '17', `exit ${reported}`);

    const { code, out } = await run({ JAVA_HOME: home });

    assert.equal(code, 0, `java's ${reported}`);
    assert.equal(out, '##vso[task.complete result=Failed]\n');
  }
});

test('on github the exit code is passed on, and nothing of azure is said', async () => {
  const home = javaHome('jdk', '17', 'exit 3');

  const { code, out } = await run({ JAVA_HOME: home, GITHUB_ACTIONS: 'true' });

  assert.equal(code, 3);
  assert.equal(out, '');
});

test('on github the error about java is a workflow command', async () => {
  const { code, out } = await run({ GITHUB_ACTIONS: 'true', PATH: '/no/such/folder' });

  assert.equal(code, 2);
  assert.match(out, /^::error::Lifeline needs Java 17 or later, and found none\.%0A/);
  assert.ok(out.includes('actions/setup-java'));
});

test('a code that java never means is told and passed on', async () => {
  const home = javaHome('jdk', '17', 'exit 99');

  const { code, out } = await run({ JAVA_HOME: home });

  assert.equal(code, 99);
  assert.match(out, /task\.logissue type=error\]Java ended unexpectedly, with code 99/);
});

test('a java that dies of a signal is told', async () => {
  const home = javaHome('jdk', '17', 'kill -KILL $$');

  const { code, out } = await run({ JAVA_HOME: home });

  assert.equal(code, 70);
  assert.match(out, /Java ended unexpectedly, by SIGKILL/);
});

test('a java that cannot be started fails the step', async () => {
  const home = javaHome('jdk', '17');
  fs.chmodSync(path.join(home, 'bin/java'), 0o644);

  const { code, out } = await run({ JAVA_HOME: home });

  assert.equal(code, 0);
  assert.match(out, /could not be started: .*EACCES/);
  assert.ok(out.trimEnd().endsWith('##vso[task.complete result=Failed]'));
});

for (const [signal, trap] of [['SIGINT', 'INT'], ['SIGTERM', 'TERM']]) {
  test(`${signal} reaches java, whose end is waited for`, async () => {
    const home = javaHome('jdk', '17', `trap 'echo told; exit 130' ${trap}; echo ready; while :; do read -t 1 <> <(:); done`);
    const started = start({ JAVA_HOME: home, PATH: process.env.PATH });
    await started.said('ready');

    started.process.kill(signal);
    const { code, out } = await started.ended;

    assert.equal(code, 130);
    assert.equal(out, 'ready\ntold\n');
  });
}

test('a java that does not end in time is killed', async () => {
  const home = javaHome('jdk', '17', "trap '' INT TERM; echo ready; while :; do read -t 1 <> <(:); done");
  const impatient = fs.readFileSync(SOURCE, 'utf8').replace('GRACE_MILLISECONDS = 9000', 'GRACE_MILLISECONDS = 100');
  fs.writeFileSync(path.join(folder, 'handler.js'), impatient);
  const started = start({ JAVA_HOME: home, PATH: process.env.PATH });
  await started.said('ready');

  started.process.kill('SIGINT');
  const { code, out } = await started.ended;

  assert.equal(code, 137);
  assert.equal(out, 'ready\n');
});

test('both streams arrive whole', async () => {
  const home = javaHome('jdk', '17', 'seq 1 50000; seq 1 50000 >&2');

  const { out, err } = await run({ JAVA_HOME: home, PATH: process.env.PATH });

  assert.equal(out.trim().split('\n').length, 50000);
  assert.equal(err.trim().split('\n').length, 50000);
});

test('java starts as the launcher starts it, with the large compiler where files move', () => {
  assert.ok(handler.javaArguments('LCSAssetDeploy', 'x.jar').includes('-XX:TieredStopAtLevel=1'));
  assert.ok(!handler.javaArguments('LCSAssetUpload', 'x.jar').includes('-XX:TieredStopAtLevel=1'));
});

test('no secret is among the arguments', async () => {
  const home = javaHome('jdk', '17', 'printf "%s\\n" "$@"');

  const { out } = await run({ JAVA_HOME: home, ENDPOINT_AUTH_x: 'geheim', SECRET_PASSWORD: 'geheim', INPUT_NAME: 'geheim' });

  assert.ok(!out.includes('geheim'));
});

// What the agent of Azure Pipelines, or the runner of GitHub Actions, starts with its Node: it finds a
// Java, starts the task's Java program with it, hands signals on, and says how it ended.
// No dependencies and no syntax newer than Node 16: docs/decisions/0007-extension.md says why.
'use strict';

const { spawn, spawnSync } = require('child_process');
const fs = require('fs');
const path = require('path');

const OLDEST_JAVA = 17;
const MAIN_CLASS = 'dev.lifeline.tasks.Main';

// The agent sends SIGINT, SIGTERM after 7.5 s, and kills after 10 s; its kill would leave the JVM behind.
const GRACE_MILLISECONDS = 9000;

// Codes with which Java ends when it has said itself what failed.
const REPORTED_BY_JAVA = [1, 2, 3, 4, 5, 70];

// The same quick start as the command's launcher. The streams are pipes: Java 17 obeys file.encoding there,
// later ones stdout.encoding. Empty disabledSchemes: proxies may ask for a password before https hosts.
const JAVA_FLAGS = [
  '-XX:+IgnoreUnrecognizedVMOptions',
  '-XX:+UseSerialGC',
  '-Xshare:auto',
  '-Xlog:disable',
  '-Xlog:all=error:stderr',
  '-Dfile.encoding=UTF-8',
  '-Dstdout.encoding=UTF-8',
  '-Dstderr.encoding=UTF-8',
  '-Djdk.http.auth.tunneling.disabledSchemes=',
];

// The small compiler starts faster; only the large one uses the processor's AES and SHA instructions.
const SMALL_COMPILER = '-XX:TieredStopAtLevel=1';
const MOVES_FILES = /Upload|Download|Export/;

const AZURE_PIPELINES = {
  escape: (text) =>
    text.replace(/%/g, '%AZP25').replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/##vso\[/gi, '##_vso['),
  error(message) {
    return `##vso[task.logissue type=error]${this.escape(message)}`;
  },
  // A task that has said what failed ends with 0: any other code makes the agent add a line that helps nobody.
  failed: '##vso[task.complete result=Failed]',
  exitCodeOfFailure: () => 0,
};

const GITHUB_ACTIONS = {
  escape: (text) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A'),
  error(message) {
    return `::error::${this.escape(message)}`;
  },
  failed: '',
  exitCodeOfFailure: (code) => code,
};

function hostOf(env) {
  return env.GITHUB_ACTIONS === 'true' ? GITHUB_ACTIONS : AZURE_PIPELINES;
}

/** The homes to try, best first, as [what names it, folder]. */
function javaHomes(env, architecture) {
  const suffixes =
    architecture === 'arm64' ? ['ARM64', 'arm64', 'AARCH64', 'X64'] : ['X64', 'ARM64', 'arm64', 'AARCH64'];
  const numbered = Object.keys(env)
    .map((name) => /^JAVA_HOME_(\d+)_(\w+)$/.exec(name))
    .filter((match) => match && Number(match[1]) >= OLDEST_JAVA && suffixes.includes(match[2]))
    .sort((a, b) => a[1] - b[1] || suffixes.indexOf(a[2]) - suffixes.indexOf(b[2]))
    .map((match) => match[0]);
  return ['LIFELINE_JAVA_HOME', ...numbered, 'JAVA_HOME']
    .filter((name) => env[name])
    .map((name) => [name, env[name]]);
}

function javaOnPath(env, executable) {
  const folders = (env.PATH || env.Path || '').split(path.delimiter).filter(Boolean);
  return folders.map((folder) => path.join(folder, executable)).find((file) => fs.existsSync(file));
}

/** Java's main version, 0 if this is no Java; 1.8 counts as 8. The release file spares a start of the JVM. */
function javaVersion(java) {
  let said = '';
  try {
    said = fs.readFileSync(path.join(path.dirname(fs.realpathSync(java)), '..', 'release'), 'utf8');
  } catch {
    // not every build of Java has one
  }
  let match = /^JAVA_VERSION="(?:1\.)?(\d+)/m.exec(said);
  if (!match) {
    const asked = spawnSync(java, ['-version'], { encoding: 'utf8', timeout: 30000 });
    match = / version "(?:1\.)?(\d+)/.exec(`${asked.stderr || ''}${asked.stdout || ''}`);
  }
  return match ? Number(match[1]) : 0;
}

/** {java} that fits, or {looked}: a line for each place that did not. */
function findJava(env, platform, architecture) {
  const executable = platform === 'win32' ? 'java.exe' : 'java';
  const places = javaHomes(env, architecture).map(([name, home]) => [
    `${name}=${home}`,
    path.join(home, 'bin', executable),
  ]);
  const onPath = javaOnPath(env, executable);
  if (onPath) {
    places.push([`the PATH: ${onPath}`, onPath]);
  }
  const looked = [];
  for (const [name, java] of places) {
    const version = fs.existsSync(java) ? javaVersion(java) : -1;
    if (version >= OLDEST_JAVA) {
      return { java };
    }
    looked.push(`${name} (${version > 0 ? `Java ${version}` : version < 0 ? 'no bin/java there' : 'does not run'})`);
  }
  if (!onPath) {
    looked.push('the PATH (no java there)');
  }
  return { looked };
}

function noJava(looked, env, inContainer) {
  const github = hostOf(env) === GITHUB_ACTIONS;
  const lines = [
    `Lifeline needs Java ${OLDEST_JAVA} or later, and found none.`,
    `Looked at: ${looked.join('; ')}.`,
    github
      ? "Fix: run actions/setup-java before this step, with java-version: '21'"
      : "Fix: run the task JavaToolInstaller@1 before this step, with versionSpec: '21', or set the variable lifeline.java.home to the folder of a Java.",
  ];
  if (inContainer) {
    lines.push(
      github
        ? 'Fix: this runs in a container, which does not see the Java of its host: use an image with a JDK.'
        : 'Fix: this runs in a container, which does not see the Java of its host: use an image with a JDK, or add target: host to the step.',
    );
  }
  return lines.join('\n');
}

/** Java cannot decode what is not ASCII in its environment unless the locale says UTF-8. */
function childEnvironment(env, platform) {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  if (platform === 'win32' || /utf-?8/i.test(locale)) {
    return env;
  }
  return { ...env, LC_ALL: platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8' };
}

function javaArguments(task, classPath) {
  const compiler = MOVES_FILES.test(task) ? [] : [SMALL_COMPILER];
  return [...JAVA_FLAGS, ...compiler, '-cp', classPath, MAIN_CLASS, task];
}

/** Runs the task and calls end with the exit code for this process. */
function run(task, classPath, options, end) {
  const { env, platform, architecture, say, inContainer, graceMilliseconds } = options;
  const host = hostOf(env);
  const fail = (message, code) => {
    say(host.error(message));
    if (host.failed) {
      say(host.failed);
    }
    end(host.exitCodeOfFailure(code));
  };

  const found = findJava(env, platform, architecture);
  if (!found.java) {
    fail(noJava(found.looked, env, inContainer), 2);
    return;
  }
  let child;
  let signalled = false;
  const handOn = (signal) => {
    // On Windows the console tells Java itself, and kill() would end it on the spot.
    if (platform !== 'win32') {
      child.kill(signal);
    }
    if (!signalled) {
      signalled = true;
      setTimeout(() => child.kill('SIGKILL'), graceMilliseconds).unref();
    }
  };
  // Before Java starts: a signal in between would end this process, and leave Java behind.
  process.on('SIGINT', handOn);
  process.on('SIGTERM', handOn);
  // Never through a shell: dash drops the variables of the service connection, whose names hold dashes.
  child = spawn(found.java, javaArguments(task, classPath), {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: childEnvironment(env, platform),
  });

  child.on('error', (error) => fail(`${found.java} could not be started: ${error.message}`, 70));
  child.on('close', (code, signal) => {
    if (code === 0) {
      end(0);
    } else if (REPORTED_BY_JAVA.includes(code) && !signalled) {
      if (host.failed) {
        say(host.failed);
      }
      end(host.exitCodeOfFailure(code));
    } else if (signalled) {
      end(code === null ? 137 : code);
    } else {
      say(host.error(`Java ended unexpectedly, ${signal ? `by ${signal}` : `with code ${code}`}: ${found.java}`));
      end(code || 70);
    }
  });
}

/** The options of a real run. */
function ofThisProcess() {
  return {
    env: process.env,
    platform: process.platform,
    architecture: process.arch,
    say: (line) => fs.writeSync(1, `${line}\n`),
    inContainer: fs.existsSync('/.dockerenv') || fs.existsSync('/run/.containerenv'),
    graceMilliseconds: GRACE_MILLISECONDS,
  };
}

/** Runs the task with the jars beside this file, then ends the process. */
function main(task) {
  run(task, path.join(__dirname, 'lib', '*'), ofThisProcess(), (code) => {
    process.exitCode = code;
    process.exit();
  });
}

module.exports = { childEnvironment, findJava, javaArguments, main, noJava, ofThisProcess, run };

// In Azure Pipelines this file is the task's target, and its task.json is beside it.
if (require.main === module) {
  main(JSON.parse(fs.readFileSync(path.join(__dirname, 'task.json'), 'utf8')).name);
}

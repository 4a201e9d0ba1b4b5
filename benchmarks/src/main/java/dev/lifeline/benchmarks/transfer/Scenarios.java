package dev.lifeline.benchmarks.transfer;

import dev.lifeline.benchmarks.transfer.Comparison.Entry;
import java.util.List;
import java.util.function.Function;

/** All that is measured. */
final class Scenarios {
  private static final int SOME = 3;
  private static final int MORE = 5;
  private static final double MEMORY = 96;

  private static final String FAR = "40 ms away, 60 MB/s a connection";
  private static final String US = "Lifeline";
  private static final String UNCHECKED = US + " --block-check=none";
  private static final String BY_MD5 = US + " --block-check=md5";
  private static final String SIXTEEN = US + " --parallel=16";
  private static final String AZCOPY = "AzCopy";
  private static final String AZCOPY_MD5 = AZCOPY + " --put-md5";
  private static final String SDK = "Azure SDK for Java";

  private Scenarios() {}

  static List<Scenario> all() {
    return List.of(
        up("up-1024", 1024, MORE, bigUp()),
        down("down-1024", 1024, SOME, bigDown()),
        up("up-256", 256, SOME, List.of(Bar.peak(US, MEMORY))),
        down("down-256", 256, SOME, List.of(Bar.peak(US, MEMORY))),
        up("up-1", 1, MORE, List.of(Bar.wall(US, 0.5))),
        huge("up-2048", "2 GiB up", true),
        huge("down-2048", "2 GiB down", false),
        far("far-up", "1 GiB up, " + FAR, true, Behaviour.FAR_AWAY),
        far("far-down", "1 GiB down, its MD5 checked, " + FAR, false, Behaviour.FAR_AWAY),
        far(
            "far-down-without-md5",
            "1 GiB down, no MD5 stored with it, " + FAR,
            false,
            Behaviour.FAR_AWAY_WITHOUT_MD5),
        busy("busy-up", "256 MiB up, 503 for every fifth block", true),
        busy("busy-down", "256 MiB down, 503 for every fifth range", false),
        stalling("stall-up", "256 MiB up, one connection stalls", true),
        stalling("stall-down", "256 MiB down, one connection stalls", false),
        killed("killed-up", "1 GiB up, killed at half: the second run", true),
        killed("killed-down", "1 GiB down, killed at half: the second run", false));
  }

  private static List<Bar> bigUp() {
    return List.of(
        Bar.wall(UNCHECKED, AZCOPY, 0.8),
        Bar.cpu(UNCHECKED, AZCOPY, 1.35),
        Bar.cpu(UNCHECKED, SDK, 0.33),
        Bar.wall(US, AZCOPY_MD5, 1),
        Bar.cpu(US, AZCOPY_MD5, 1),
        Bar.peak(US, MEMORY),
        Bar.peak(UNCHECKED, MEMORY),
        Bar.peak(BY_MD5, MEMORY));
  }

  private static List<Bar> bigDown() {
    return List.of(Bar.wall(US, AZCOPY, 0.9), Bar.cpu(US, AZCOPY, 1.2), Bar.peak(US, MEMORY));
  }

  private static Scenario up(String name, int mebibytes, int rounds, List<Bar> bars) {
    return new Comparison(
        name,
        mebibytes + " MiB up",
        true,
        mebibytes,
        Behaviour.IDEAL,
        List.of(
            new Entry(Lab::lifeline, rounds),
            with("--block-check=none", rounds),
            with("--block-check=md5", rounds),
            new Entry(Lab::azCopy, rounds),
            new Entry(lab -> lab.azCopy().with("--put-md5"), rounds),
            new Entry(Lab::sdk, SOME)),
        bars);
  }

  private static Scenario down(String name, int mebibytes, int rounds, List<Bar> bars) {
    return new Comparison(
        name,
        mebibytes + " MiB down, the MD5 of the whole checked",
        false,
        mebibytes,
        Behaviour.IDEAL,
        everybody(rounds),
        bars);
  }

  private static List<Entry> everybody(int rounds) {
    return List.of(
        new Entry(Lab::lifeline, rounds),
        new Entry(Lab::azCopy, rounds),
        new Entry(Lab::sdk, rounds));
  }

  private static Scenario huge(String name, String title, boolean up) {
    String us = up ? SIXTEEN : US;
    Entry entry = up ? with("--parallel=16", SOME) : new Entry(Lab::lifeline, SOME);
    return new Comparison(
        name,
        title,
        up,
        2048,
        Behaviour.IDEAL,
        List.of(entry, new Entry(Lab::azCopy, SOME)),
        List.of(Bar.peak(us, MEMORY)));
  }

  private static Scenario far(String name, String title, boolean up, Behaviour behaviour) {
    return new Comparison(
        name,
        title,
        up,
        1024,
        behaviour,
        List.of(new Entry(Lab::lifeline, SOME), new Entry(Lab::azCopy, SOME)),
        List.of(Bar.wall(US, 2.3), Bar.peak(US, MEMORY)));
  }

  private static Scenario busy(String name, String title, boolean up) {
    return new Comparison(
        name,
        title,
        up,
        256,
        Behaviour.BUSY,
        List.of(new Entry(Lab::lifeline, SOME), new Entry(Lab::azCopy, 1), new Entry(Lab::sdk, 1)),
        List.of(Bar.wall(US, 2.5)));
  }

  /** The limit is 30 s. */
  private static Scenario stalling(String name, String title, boolean up) {
    return new Comparison(
        name,
        title,
        up,
        256,
        Behaviour.STALLING,
        List.of(new Entry(Lab::lifeline, 1)),
        List.of(Bar.wall(US, 33)));
  }

  private static Scenario killed(String name, String title, boolean up) {
    return new KilledHalfway(name, title, up, 1024, List.of(KilledHalfway.again(1024, 0.55)));
  }

  private static Entry with(String option, int rounds) {
    Function<Lab, Contender> contender = lab -> lab.lifeline().with(option);
    return new Entry(contender, rounds);
  }
}

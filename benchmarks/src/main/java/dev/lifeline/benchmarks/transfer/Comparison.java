package dev.lifeline.benchmarks.transfer;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The same file by several contenders, who take turns.
 *
 * @param name as it is named on the command line
 * @param title as it stands above its table
 * @param up whether the file is sent
 * @param mebibytes its size
 * @param behaviour of the blob service
 * @param entries who takes part
 * @param bars what Lifeline has to reach
 */
record Comparison(
    String name,
    String title,
    boolean up,
    int mebibytes,
    Behaviour behaviour,
    List<Entry> entries,
    List<Bar> bars)
    implements Scenario {

  /**
   * One who takes part.
   *
   * @param contender who
   * @param rounds how often
   */
  record Entry(Function<Lab, Contender> contender, int rounds) {}

  @Override
  public Map<String, List<Measured>> run(Lab lab)
      throws IOException, GeneralSecurityException, InterruptedException {
    Map<String, List<Measured>> runs = new LinkedHashMap<>();
    int rounds = entries.stream().mapToInt(Entry::rounds).max().orElse(0);
    for (int round = 0; round < rounds; round++) {
      for (Entry entry : entries) {
        if (round < entry.rounds()) {
          Contender contender = entry.contender().apply(lab);
          runs.putIfAbsent(contender.name(), new ArrayList<>());
          Objects.requireNonNull(runs.get(contender.name())).add(once(lab, contender));
        }
      }
    }
    return runs;
  }

  private Measured once(Lab lab, Contender contender)
      throws IOException, GeneralSecurityException, InterruptedException {
    return up ? lab.up(contender, mebibytes, behaviour) : lab.down(contender, mebibytes, behaviour);
  }
}

package dev.lifeline.cli;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in words that repeat nothing which may be a secret. */
final class Misuse {
  private Misuse() {}

  static Problem of(ParameterException e) {
    if (e.getCause() instanceof LifelineException known) {
      return known.problem();
    }
    String help = "see: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      return unmatched(unmatched).fix(help);
    }
    return Problem.of(ProblemCode.USAGE_WRONG, words(e)).fix(help);
  }

  /** Only the first word is named: what follows it may be the value of a secret. */
  private static Problem unmatched(UnmatchedArgumentException e) {
    String word = e.getUnmatched().get(0).split("=", 2)[0];
    boolean option = word.startsWith("-");
    Problem problem =
        Problem.of(
            ProblemCode.USAGE_WRONG,
            option
                ? "no option is called '" + word + "' here"
                : "nothing was expected where '" + word + "' stands");
    if (option && word.toLowerCase(Locale.ROOT).contains("password")) {
      return problem
          .why("A password is never an argument, which everybody on the machine can read.")
          .fix("use --password-stdin, --password-env VAR or --password-file FILE");
    }
    List<String> similar = e.getSuggestions();
    return similar.isEmpty() ? problem : problem.fix("did you mean: " + String.join(", ", similar));
  }

  private static String words(ParameterException e) {
    String message = String.valueOf(e.getMessage()).replaceAll("\\R+", " ").strip();
    String first = message.isEmpty() ? "wrong usage" : message;
    return Character.toLowerCase(first.charAt(0)) + first.substring(1).replaceFirst("\\.$", "");
  }
}

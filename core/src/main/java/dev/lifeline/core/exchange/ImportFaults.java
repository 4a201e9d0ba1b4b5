package dev.lifeline.core.exchange;

import dev.lifeline.core.problem.LifelineException;
import dev.lifeline.core.problem.Problem;
import dev.lifeline.core.problem.ProblemCode;
import java.util.List;
import java.util.stream.Collectors;

/** Why nothing can be imported, in words that quote no value: it could be a secret. */
final class ImportFaults {
  private ImportFaults() {}

  static LifelineException notJson(ImportFormat format) {
    return unreadable("the file to import is not JSON")
        .why("It was cut off, or is something else.")
        .fix(source(format))
        .raise();
  }

  static LifelineException notThatFormat(ImportFormat format) {
    return unreadable("the file to import is not of the format '" + format.id() + "'")
        .why("It is JSON, but nothing that the format has is in it.")
        .fix(source(format))
        .fix("or name the format that it has: --format " + other(format).id())
        .raise();
  }

  static LifelineException noLcsEndpoint(int others) {
    return unreadable("the file to import holds no service connection for Lifecycle Services")
        .why(
            "It holds %d of other types; Lifeline takes the type '%s'."
                .formatted(others, EndpointBody.TYPE))
        .fix("export the service connection that the pipelines use for LCS")
        .raise();
  }

  static LifelineException several(List<String> names) {
    return unreadable(
            "the file to import holds %d service connections for Lifecycle Services"
                .formatted(names.size()))
        .why(
            "One is imported at a time; there are %s."
                .formatted(
                    names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "))))
        .fix("name one of them with --name NAME")
        .raise();
  }

  private static Problem unreadable(String message) {
    return Problem.of(ProblemCode.IMPORT_UNREADABLE, message);
  }

  private static String source(ImportFormat format) {
    return switch (format) {
      case D365FO_TOOLS ->
          "write the file in PowerShell: Get-D365LcsApiConfig | ConvertTo-Json |"
              + " Set-Content -Encoding utf8 lcs.json";
      case AZURE_DEVOPS ->
          "write the file with: az devops service-endpoint list --output json > endpoints.json";
    };
  }

  private static ImportFormat other(ImportFormat format) {
    return switch (format) {
      case D365FO_TOOLS -> ImportFormat.AZURE_DEVOPS;
      case AZURE_DEVOPS -> ImportFormat.D365FO_TOOLS;
    };
  }
}

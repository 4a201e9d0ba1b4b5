package dev.lifeline.core.entra;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The codes in Entra ID's refusals (Entra sign-in: catalogue; the same rows in the same order).
 * Where the codes of one row of the sheet mean different things, it is several rows here.
 *
 * @param reason what it means
 * @param retry whether the same sign-in may succeed a moment later
 * @param numbers the codes
 */
record Aadsts(Reason reason, boolean retry, List<Integer> numbers) {
  private static final List<Aadsts> ROWS =
      List.of(
          row(Reason.WRONG_PASSWORD, 50126),
          row(Reason.UNKNOWN_USER, 50034),
          row(Reason.LOCKED, 50053),
          row(Reason.EXPIRED, 50055),
          row(Reason.NO_CLOUD_PASSWORD, 50056),
          row(Reason.DISABLED, 50057),
          row(Reason.RISKY_PASSWORD, 50135),
          row(Reason.EXPIRED_ON_PREMISES, 50144),
          row(Reason.AGENT_UNREACHABLE, 80001, 80002, 80005, 80014).mayPass(),
          row(Reason.AGENT_UNREACHABLE, 80007),
          row(Reason.FOREIGN_ACCOUNT, 50020),
          row(Reason.FOREIGN_ACCOUNT, 51004, 50014, 16000, 90072),
          row(Reason.UNKNOWN_DOMAIN, 50128),
          row(Reason.TENANT_UNCLEAR, 50059, 90019),
          row(Reason.ONE_TENANT_ONLY, 50194),
          row(Reason.COMMON_ENDPOINT, 9001023),
          row(Reason.UNKNOWN_TENANT, 90002),
          row(Reason.OTHER_CLOUD, 90038),
          row(Reason.OTHER_CLOUD, 900382),
          row(Reason.UNKNOWN_APPLICATION, 700016),
          row(Reason.SWITCHED_OFF, 70001),
          row(Reason.UNKNOWN_APPLICATION, 700011),
          row(Reason.SWITCHED_OFF, 7000112),
          row(Reason.NOT_PUBLIC, 7000218),
          row(Reason.DEFECT, 700025),
          row(Reason.DEFECT, 7000215, 7000222, 700027),
          row(Reason.NOT_PUBLIC, 70002),
          row(Reason.NO_CONSENT, 65001),
          row(Reason.MICROSOFTS_APPLICATION, 65002),
          row(Reason.CONSENT_DECLINED, 65004),
          row(Reason.ADMINISTRATORS_CONSENT, 90094, 90095),
          row(Reason.NO_PERMISSION, 65005, 650056),
          row(Reason.NO_PERMISSION, 650057),
          row(Reason.NO_SUBSCRIPTION, 650052),
          row(Reason.UNKNOWN_SERVICE, 500011, 50001),
          row(Reason.OWN_TOKEN, 90008),
          row(Reason.NOT_ASSIGNED, 50105),
          row(Reason.UNKNOWN_SCOPE, 70011),
          row(Reason.DEFECT, 700022, 700023, 28002),
          row(Reason.DEFECT, 900144, 90014),
          row(Reason.DEFECT, 90023, 9002313, 90004),
          row(Reason.DEFECT, 70003, 70005),
          row(Reason.MULTIFACTOR_UNREGISTERED, 50072, 50079),
          row(Reason.MULTIFACTOR, 50074, 50076),
          row(Reason.OUTSIDE_CONTROL, 50158),
          row(Reason.BLOCKED, 50131),
          row(Reason.DEVICE_UNFIT, 53000, 53001, 53002),
          row(Reason.BLOCKED, 53003, 530032),
          row(Reason.RISK, 53004, 53011),
          row(Reason.SECURITY_DEFAULTS, 530035),
          row(Reason.RESTRICTED, 500021, 500022, 50002),
          row(Reason.SIGN_IN_GONE, 50132, 50133, 50173, 70000, 70008, 700082, 70043),
          row(Reason.LOOP, 50196),
          row(Reason.TENANT_BUSY, 90055).mayPass(),
          row(Reason.PASSING_FAULT, 90033, 90006, 90012, 90024, 90090, 50033, 50087, 40010)
              .mayPass(),
          row(Reason.LASTING_FAULT, 90036, 90092, 50000),
          row(Reason.NO_REDIRECT, 50011, 500113, 900971),
          row(Reason.CODE_GONE, 70016, 70018, 70019),
          row(Reason.COMMON_ENDPOINT, 90133),
          row(Reason.CHANGE_REFUSED, IntStream.rangeClosed(120_000, 120_021).toArray()));

  private static final Map<Integer, Aadsts> BY_NUMBER =
      ROWS.stream()
          .flatMap(row -> row.numbers().stream().map(number -> Map.entry(number, row)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  /** The row of a code. */
  static Optional<Aadsts> withNumber(int number) {
    return Optional.ofNullable(BY_NUMBER.get(number));
  }

  private static Aadsts row(Reason reason, int... numbers) {
    return new Aadsts(reason, false, Arrays.stream(numbers).boxed().toList());
  }

  private Aadsts mayPass() {
    return new Aadsts(reason, true, numbers);
  }
}

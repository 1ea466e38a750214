package dev.peregrine.host.apply;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.tailoring.Gap;
import dev.peregrine.host.tailoring.GapReport;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/** Says the gaps of a résumé, by the part into which they would go. */
final class TailorGaps {

  private TailorGaps() {}

  static List<TailorPart.Gaps> of(GapReport report) {
    var byPlace = new EnumMap<Gap.Place, List<TailorPart.GapLine>>(Gap.Place.class);
    for (Gap gap : report.gaps()) {
      if (isMinor(gap)) {
        continue;
      }
      byPlace.computeIfAbsent(gap.place(), any -> new ArrayList<>()).add(line(gap));
    }
    return byPlace.entrySet().stream()
        .map(
            entry ->
                new TailorPart.Gaps(title(entry.getKey()), help(entry.getKey()), entry.getValue()))
        .toList();
  }

  /** Words that the match misses and nobody asks for: they are many and say little. */
  static List<String> minor(GapReport report) {
    return report.gaps().stream().filter(TailorGaps::isMinor).map(Gap::term).toList();
  }

  private static boolean isMinor(Gap gap) {
    return gap.reason() == Gap.Reason.SCORE && gap.place() != Gap.Place.SKILLS;
  }

  private static String title(Gap.Place place) {
    return switch (place) {
      case SKILLS -> t("tailoring.to-skills");
      case SUMMARY -> t("tailoring.to-summary");
      case EXPERIENCE -> t("tailoring.to-experience");
      case EDUCATION -> t("tailoring.to-education");
      case CERTIFICATES -> t("tailoring.to-certificates");
      case LANGUAGES -> t("tailoring.to-languages");
    };
  }

  private static String help(Gap.Place place) {
    return switch (place) {
      case SKILLS -> t("tailoring.skills-help");
      case SUMMARY -> t("tailoring.summary-help");
      case EXPERIENCE -> t("tailoring.experience-help");
      case EDUCATION, CERTIFICATES, LANGUAGES -> "";
    };
  }

  private static TailorPart.GapLine line(Gap gap) {
    return new TailorPart.GapLine(
        gap.term(),
        weight(gap),
        hue(gap.priority()),
        gap.named() ? t("tailoring.only-named", "why", reason(gap)) : reason(gap),
        gap.place() == Gap.Place.SKILLS);
  }

  private static String weight(Gap gap) {
    if (gap.reason() == Gap.Reason.SCORE) {
      return t("tailoring.weight-little");
    }
    return switch (gap.priority()) {
      case 1 -> t("tailoring.weight-needed");
      case 2 -> t("tailoring.weight-asked");
      default -> t("tailoring.weight-welcome");
    };
  }

  private static String hue(int priority) {
    return switch (priority) {
      case 1 -> "caution";
      case 2 -> "info";
      default -> "";
    };
  }

  private static String reason(Gap gap) {
    return switch (gap.reason()) {
      case TITLE -> t("tailoring.why-title");
      case MUST -> t("tailoring.why-must");
      case OFTEN -> t("tailoring.why-often");
      case ASKED -> t("tailoring.why-asked");
      case WELCOME -> t("tailoring.why-welcome");
      case SCORE -> t("tailoring.why-score");
    };
  }
}

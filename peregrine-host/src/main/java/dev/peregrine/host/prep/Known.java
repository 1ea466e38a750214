package dev.peregrine.host.prep;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.interviews.Interviews;
import dev.peregrine.host.research.Brief;
import dev.peregrine.host.research.BriefClaim;
import dev.peregrine.host.research.BriefSection;
import dev.peregrine.host.web.Times;
import java.util.List;

/** Says what is known of the company, as shortly as it is read in a call. */
final class Known {

  static final SheetPage.BriefView NOTHING = new SheetPage.BriefView("", "", List.of());

  private static final int MOST_CLAIMS = 4;

  private Known() {}

  static SheetPage.BriefView of(Brief brief, long job, Times times) {
    return new SheetPage.BriefView(
        t(
            "prep.brief-made",
            "when",
            times.momentWithin(brief.made()),
            "live",
            brief.isLive() ? "yes" : "no"),
        Interviews.path(job) + "/brief",
        brief.sections().stream()
            .filter(section -> !section.claims().isEmpty())
            .map(Known::part)
            .toList());
  }

  private static SheetPage.BriefPart part(BriefSection section) {
    return new SheetPage.BriefPart(
        t("briefs.heading-" + section.heading().key()),
        section.claims().stream().limit(MOST_CLAIMS).map(Known::said).toList());
  }

  private static String said(BriefClaim claim) {
    return claim.standing() == BriefClaim.Standing.OWN
        ? t("prep.models-own", "claim", claim.text())
        : claim.text();
  }
}

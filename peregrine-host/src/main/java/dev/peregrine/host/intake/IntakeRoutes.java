package dev.peregrine.host.intake;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.web.Findable;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Visit;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes jobs that a person found elsewhere: by link, from pasted text. */
public final class IntakeRoutes implements Routes {

  private static final int SHOWN = 5;
  private static final int MOST_SHARED = 20_000;

  private final Intake intake;

  public IntakeRoutes(Intake intake) {
    this.intake = intake;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get("/add", visit -> answer(visit, shared(visit)));
    routes.findable(
        () ->
            Findable.at(
                    Findable.Kind.ACTION,
                    t("intake.find-add"),
                    t("intake.find-add-about"),
                    Icon.PLUS,
                    "/add")
                .alsoBy(t("intake.find-add-words")));
    routes.post("/jobs/links", this::links);
    routes.post("/jobs/text", this::text);
  }

  /** What another app or a bookmark hands over stands in the form; the person adds it. */
  private static AddCard shared(Visit visit) {
    String title = shared(visit, "title");
    String text = shared(visit, "text");
    List<URI> links = Intake.links(shared(visit, "url") + "\n" + text);
    if (!links.isEmpty()) {
      String lines = links.stream().map(URI::toString).collect(Collectors.joining("\n"));
      return new AddCard("", List.of(), lines, "", "links", visit.token());
    }
    String both = (title + "\n" + text).strip();
    return both.isEmpty()
        ? AddCard.fresh(visit.token())
        : new AddCard("", List.of(), "", both, "text", visit.token());
  }

  private static String shared(Visit visit, String name) {
    String value = visit.value(name);
    return value.substring(0, Math.min(value.length(), MOST_SHARED));
  }

  private void links(Visit visit) {
    String typed = visit.value("links");
    List<URI> links = Intake.links(typed);
    if (links.isEmpty()) {
      String problem =
          typed.isEmpty()
              ? t("intake.paste-link-first-one")
              : t("intake.holds-no-link", "typed", shortened(typed));
      answer(visit, new AddCard("", List.of(problem), typed, "", "links", visit.token()));
      return;
    }
    Added added = intake.addLinks(links);
    String kept = added.skipped().isEmpty() ? "" : typed;
    answer(visit, said(added, kept, "", "links", visit.token()));
  }

  private void text(Visit visit) {
    String text = visit.value("text");
    if (text.isEmpty()) {
      answer(
          visit,
          new AddCard(
              "", List.of(t("intake.paste-postings-text-first")), "", "", "text", visit.token()));
      return;
    }
    Optional<URI> link = Intake.links(visit.value("link")).stream().findFirst();
    Optional<String> company = Optional.of(visit.value("company")).filter(c -> !c.isEmpty());
    try {
      Added added = intake.addText(text, link, company);
      answer(visit, said(added, "", added.skipped().isEmpty() ? "" : text, "text", visit.token()));
    } catch (IntakeException refused) {
      answer(visit, new AddCard("", List.of(text(refused)), "", text, "text", visit.token()));
    }
  }

  private static String text(IntakeException refused) {
    return Optional.ofNullable(refused.getMessage()).orElseGet(() -> t("intake.not-taken"));
  }

  private static AddCard said(Added added, String links, String text, String open, String token) {
    int known = added.jobs().size() - added.isNew();
    var sentence = new StringBuilder();
    if (added.isNew() > 0) {
      sentence.append(t("intake.jobs-added", "count", added.isNew()));
    }
    if (known > 0) {
      sentence.append(' ').append(t("intake.were-here", "count", known));
    }
    if (!added.tasks().isEmpty()) {
      sentence.append(' ').append(t("intake.being-read"));
    }
    var skipped = new ArrayList<>(added.skipped().stream().limit(SHOWN).toList());
    if (added.skipped().size() > SHOWN) {
      skipped.add(t("intake.more", "count", added.skipped().size() - SHOWN));
    }
    return new AddCard(sentence.toString().strip(), skipped, links, text, open, token);
  }

  private static void answer(Visit visit, AddCard card) {
    int status = card.skipped().isEmpty() ? 200 : 422;
    if (visit.wantsParts()) {
      visit.show(card);
    } else {
      visit.show(
          status,
          new AddPage(visit.shell(t("intake.add-job-you-found"), "home"), card, visit.root()));
    }
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}

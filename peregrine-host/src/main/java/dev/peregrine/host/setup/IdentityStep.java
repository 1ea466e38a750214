package dev.peregrine.host.setup;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.person.Identity;
import dev.peregrine.host.person.Introduction;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Setup: who the person is. */
public final class IdentityStep implements Routes {

  private static final SetupStep STEP = SetupStep.IDENTITY;
  private static final int MOST_LINKS = 60;

  private final Setup setup;
  private final Introduction introduction;

  public IdentityStep(Setup setup, Introduction introduction) {
    this.setup = setup;
    this.introduction = introduction;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get(STEP.path(), this::show);
    routes.post(STEP.path(), this::save);
  }

  private void show(Visit visit) {
    Introduction.Begun begun = introduction.begin();
    visit.show(page(visit, begun.seen(), begun.identity(), begun.fromResume(), Map.of()));
  }

  private IdentityStepPage page(
      Visit visit, int seen, Identity identity, boolean fromResume, Map<String, String> errors) {
    return new IdentityStepPage(
        StepFrame.of(visit, setup, STEP), seen, identity, fromResume, List.of(), errors);
  }

  private static Identity read(Visit visit) {
    var links = new ArrayList<Identity.Link>();
    for (int at = 0; at < MOST_LINKS && visit.typed("link-label-" + at) != null; at++) {
      links.add(
          new Identity.Link(visit.value("link-label-" + at), visit.value("link-address-" + at)));
    }
    return new Identity(
        visit.value("name"),
        visit.value("email"),
        visit.value("phone"),
        links,
        visit.value("summary").replace("\r\n", "\n"));
  }

  private void save(Visit visit) {
    Identity typed = read(visit);
    int seen = (int) visit.number("seen").orElse(0);
    Map<String, String> errors =
        typed.isBlank() ? Map.of("name", t("setup.nothing-filled")) : introduction.errors(typed);
    if (!errors.isEmpty()) {
      visit.show(422, page(visit, seen, typed, false, errors));
      return;
    }
    if (introduction.save(seen, typed)) {
      setup.done(STEP);
      visit.go(setup.after(STEP));
      return;
    }
    visit.show(
        409,
        new IdentityStepPage(
            StepFrame.of(visit, setup, STEP),
            introduction.begin().seen(),
            typed,
            false,
            introduction.elsewhere(typed),
            Map.of()));
  }
}

package dev.peregrine.host.account;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.web.Notice;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where staff say into whose Peregrine they look. It only notes that in their browser: whether they
 * may is asked at each page, of the person's grant and of what the session says they are.
 */
public final class DeskRoutes implements Routes {

  /** Where it is; always the visitor's own. */
  public static final String HERE = "/support-desk";

  /** Under which name the browser keeps it. */
  public static final String COOKIE = "peregrine_looks_at";

  private static final Pattern PERSON =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  @Override
  public void add(RouteRegistry routes) {
    routes.lookers(
        () ->
            new Notice(
                Notice.Kind.LEAVES,
                t("account.desk-looking"),
                t("account.desk-looking-more"),
                t("account.desk-leave"),
                HERE));
    routes.get(HERE, visit -> visit.show(page(visit, visit.noted(COOKIE), "")));
    routes.post(HERE, this::enter);
    routes.post(
        HERE + "/leave",
        visit -> {
          visit.note(COOKIE, "");
          visit.go(HERE, Toast.of(t("account.desk-left")));
        });
  }

  private static DeskPage page(Visit visit, String person, String problem) {
    return new DeskPage(visit.shell(t("account.desk"), ""), person, problem);
  }

  private void enter(Visit visit) {
    String person = visit.value("person").toLowerCase(Locale.ROOT);
    if (!PERSON.matcher(person).matches()) {
      visit.show(422, page(visit, person, t("account.desk-person")));
      return;
    }
    visit.note(COOKIE, person);
    visit.go("/");
  }
}

package dev.peregrine.host.apply;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.documents.DocumentException;
import dev.peregrine.host.documents.DocumentText;
import dev.peregrine.host.letters.OwnLetter;
import dev.peregrine.host.letters.OwnLetters;
import dev.peregrine.host.tenancy.Gate;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.web.Findable;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.List;
import java.util.Optional;

/** Letters that the person wrote themselves, as examples of how they write. */
public final class OwnLetterRoutes implements Routes {

  static final String PATH = "/apply/own-letters";

  private final OwnLetters letters;
  private final DocumentText documents;
  private Gate machine = Gate.OPEN;

  public OwnLetterRoutes(OwnLetters letters, DocumentText documents) {
    this.letters = letters;
    this.documents = documents;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.findables(
        (words, most) ->
            List.of(
                Findable.at(Findable.Kind.PAGE, t("letters.own-letters"), "", Icon.FILE, PATH)));
    machine = routes.gate("/settings/developer");
    routes.get(PATH, visit -> show(visit, 200, "", "", ""));
    routes.post(PATH, this::add);
    routes.post(PATH + "/{letter}/remove", this::remove);
    routes.post(PATH + "/{letter}/back", this::bringBack);
  }

  private void show(Visit visit, int status, String name, String text, String problem) {
    visit.show(
        status,
        new OwnLettersPage(
            visit.shell(t("letters.own-letters"), Workspace.MENU),
            letters.all().stream().map(letter -> line(visit, letter)).toList(),
            machine.locked().isPresent()
                ? ""
                : Tenant.current().data().resolve(OwnLetters.FOLDER).toString(),
            name,
            text,
            problem));
  }

  private static OwnLettersPage.Line line(Visit visit, OwnLetter letter) {
    int words = letter.text().strip().split("\\s+").length;
    return new OwnLettersPage.Line(
        letter.id().orElse(-1),
        letter.name(),
        t("letters.words", "count", words)
            + " · "
            + letter.added().map(visit.times()::moment).orElseGet(() -> t("letters.own-in-folder")),
        letter.text());
  }

  private void add(Visit visit) throws InterruptedException {
    String name = visit.value("name");
    String text = Optional.ofNullable(visit.typed("text")).orElse("");
    try {
      Optional<Visit.Upload> file = visit.file("file");
      if (file.isPresent()) {
        letters.add(
            name.isEmpty() ? file.get().name() : name,
            documents.read(file.get().bytes(), file.get().name()));
      } else {
        letters.add(name, text);
      }
    } catch (DocumentException | IllegalArgumentException refused) {
      show(visit, 422, name, text, String.valueOf(refused.getMessage()));
      return;
    }
    visit.go(PATH, Toast.of(t("letters.own-added")));
  }

  private void remove(Visit visit) {
    long id = visit.id("letter");
    letters.remove(id);
    visit.go(PATH, Toast.undoable(t("letters.own-removed"), "", PATH + "/" + id + "/back"));
  }

  private void bringBack(Visit visit) {
    letters.bringBack(visit.id("letter"));
    visit.go(PATH, Toast.of(t("letters.own-back")));
  }
}

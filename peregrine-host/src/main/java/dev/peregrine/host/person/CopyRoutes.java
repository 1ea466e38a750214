package dev.peregrine.host.person;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Visit;
import java.util.List;
import java.util.Optional;

/** Every single value ready to be copied while filling in an employer's form. */
public final class CopyRoutes implements Routes {

  private static final String HERE = "/profile/copy";

  private final Resumes resumes;
  private final CopyFields fields;

  public CopyRoutes(Resumes resumes, CopyFields fields) {
    this.resumes = resumes;
    this.fields = fields;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get(HERE, this::show);
  }

  private void show(Visit visit) {
    List<Resume> all = resumes.all();
    Optional<Resume> chosen =
        all.stream()
            .filter(resume -> resume.id() == visit.number("resume").orElse(-1))
            .findFirst()
            .or(() -> all.stream().findFirst());
    ResumeDocument document = chosen.map(ResumeRoutes::document).orElse(ResumeDocument.EMPTY);
    visit.show(
        new CopyPage(
            visit.shell(t("person.copy-fields"), "profile"),
            all.stream()
                .map(
                    resume ->
                        new CopyPage.Choice(
                            resume.name(),
                            HERE + "?resume=" + resume.id(),
                            chosen.filter(c -> c.id() == resume.id()).isPresent()))
                .toList(),
            fields.of(document),
            fields.self()));
  }
}

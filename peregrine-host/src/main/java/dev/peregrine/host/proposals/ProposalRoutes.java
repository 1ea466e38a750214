package dev.peregrine.host.proposals;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.person.People;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.ToastPart;
import dev.peregrine.host.web.Visit;
import java.time.InstantSource;
import java.util.Optional;

/** What a model proposes to write of the person, and what they do with it. */
public final class ProposalRoutes implements Routes {

  private static final String HERE = "/proposals";
  private static final int LONGEST_WISH = 1_000;
  private static final int LONGEST_SAMPLE = 20_000;
  private static final int LONGEST_WORDING = 4_000;

  private final Proposals proposals;
  private final ProposalViews views;

  public ProposalRoutes(
      Proposals proposals,
      Resumes resumes,
      People people,
      SearchProfiles profiles,
      Llms llms,
      InstantSource clock) {
    this.proposals = proposals;
    this.views = new ProposalViews(proposals, resumes, people, profiles, llms, clock);
  }

  static String path(long resume) {
    return HERE + "?resume=" + resume;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get(HERE, visit -> visit.show(views.page(visit)));
    routes.get(HERE + "/part", visit -> visit.parts(views.part(visit, views.chosen(visit))));
    for (ProposalKind kind : ProposalKind.values()) {
      routes
          .behind(proposals.gate(kind))
          .post(HERE + "/ask/" + kind.key(), visit -> ask(visit, kind));
    }
    routes.post(HERE + "/{id}/accept", this::accept);
    routes.post(HERE + "/{id}/leave", this::leave);
    routes.post(HERE + "/{id}/back", this::reopen);
  }

  private void ask(Visit visit, ProposalKind kind) {
    long resume = views.chosen(visit).map(Resume::id).orElse(0L);
    proposals.ask(
        kind,
        new Proposals.Params(
            resume,
            cut(visit.value("wish"), LONGEST_WISH),
            cut(visit.value("sample"), LONGEST_SAMPLE)));
    done(visit, kind, Optional.empty());
  }

  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most) : text;
  }

  private Proposal proposal(Visit visit) {
    return proposals
        .find(visit.id("id"))
        .orElseThrow(() -> new NoSuchPageException("proposal", visit.part("id")));
  }

  private void accept(Visit visit) {
    Proposal proposal = proposal(visit);
    String typed = cut(visit.value("wording").replace("\r\n", "\n"), LONGEST_WORDING);
    String wording = typed.isBlank() ? proposal.text() : typed;
    boolean done =
        proposal.state() == Proposal.State.OPEN
            && proposals.accept(proposal, wording, visit.value("place"));
    done(
        visit,
        proposal.kind(),
        Optional.of(
            done
                ? undoable("proposals.accepted", proposal, wording)
                : Toast.of(t("proposals.changed-since"))));
  }

  private void leave(Visit visit) {
    Proposal proposal = proposal(visit);
    if (proposal.state() == Proposal.State.OPEN) {
      proposals.leave(proposal);
    }
    done(
        visit, proposal.kind(), Optional.of(undoable("proposals.left", proposal, proposal.text())));
  }

  private static Toast undoable(String key, Proposal proposal, String wording) {
    String what = wording.length() > 50 ? wording.substring(0, 50) + "…" : wording;
    return Toast.undoable(
        key.equals("proposals.left") ? t("proposals.left") : t("proposals.accepted"),
        what,
        "%s/%d/back?resume=%d".formatted(HERE, proposal.id(), proposal.resume()));
  }

  private void reopen(Visit visit) {
    Proposal proposal = proposal(visit);
    boolean done = proposals.reopen(proposal);
    Toast toast = Toast.of(done ? t("proposals.taken-back") : t("proposals.cannot-be-taken-back"));
    // Undo may be pressed on any page, so it ends on this one.
    visit.go(path(views.chosen(visit).map(Resume::id).orElse(0L)), toast);
  }

  private void done(Visit visit, ProposalKind kind, Optional<Toast> toast) {
    Optional<Resume> chosen = views.chosen(visit);
    if (visit.wantsParts()) {
      ProposalsPart part = views.part(visit, chosen);
      if (toast.isPresent()) {
        visit.parts(part, new ToastPart(toast.get(), visit.token()));
      } else {
        visit.parts(part);
      }
      return;
    }
    String path = path(chosen.map(Resume::id).orElse(0L)) + "#" + kind.key();
    if (toast.isPresent()) {
      visit.go(path, toast.get());
    } else {
      visit.go(path);
    }
  }
}

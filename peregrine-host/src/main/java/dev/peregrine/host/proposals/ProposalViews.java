package dev.peregrine.host.proposals;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.evidence.CheckedText;
import dev.peregrine.host.evidence.Claim;
import dev.peregrine.host.evidence.EvidenceCheck;
import dev.peregrine.host.evidence.Facts;
import dev.peregrine.host.evidence.Form;
import dev.peregrine.host.evidence.Vacancy;
import dev.peregrine.host.llm.LlmState;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.person.People;
import dev.peregrine.host.person.Portrait;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.ResumeJson;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskState;
import dev.peregrine.host.tenancy.Locked;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Visit;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the page of proposals together. */
final class ProposalViews {

  private final Proposals proposals;
  private final Resumes resumes;
  private final People people;
  private final SearchProfiles profiles;
  private final Llms llms;
  private final InstantSource clock;

  ProposalViews(
      Proposals proposals,
      Resumes resumes,
      People people,
      SearchProfiles profiles,
      Llms llms,
      InstantSource clock) {
    this.proposals = proposals;
    this.resumes = resumes;
    this.people = people;
    this.profiles = profiles;
    this.llms = llms;
    this.clock = clock;
  }

  /** The résumé that the address names, else the main one. */
  Optional<Resume> chosen(Visit visit) {
    List<Resume> all = resumes.all();
    long wanted = visit.number("resume").orElse(0);
    return all.stream()
        .filter(resume -> resume.id() == wanted)
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  ProposalsPage page(Visit visit) {
    Optional<Resume> chosen = chosen(visit);
    List<Resume> all = resumes.all();
    List<ProposalsPage.Choice> choices =
        all.size() < 2
            ? List.of()
            : all.stream()
                .map(
                    resume ->
                        new ProposalsPage.Choice(
                            resume.name(),
                            ProposalRoutes.path(resume.id()),
                            chosen.filter(c -> c.id() == resume.id()).isPresent()))
                .toList();
    return new ProposalsPage(
        visit.shell(t("proposals.title"), "profile"), choices, part(visit, chosen));
  }

  ProposalsPart part(Visit visit, Optional<Resume> chosen) {
    ResumeDocument document =
        chosen.flatMap(resume -> ResumeJson.read(resume.document())).orElse(ResumeDocument.EMPTY);
    String problem = "";
    String problemPath = "";
    if (!llms.hasOwn()) {
      problem = t("proposals.no-model");
      problemPath = "/settings/models";
    } else if (chosen.isEmpty()) {
      problem = t("proposals.no-resume");
      problemPath = "/profile#add";
    } else if (document.equals(ResumeDocument.EMPTY)) {
      problem = t("proposals.not-looked-over");
      problemPath = "/profile/resumes/" + chosen.get().id();
    }
    List<LlmState> away = llms.sendingAway();
    long resume = chosen.map(Resume::id).orElse(0L);
    List<Proposal> open = proposals.open(resume);
    Facts facts = Facts.of(document, YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)));
    Portrait portrait = people.portrait();
    return new ProposalsPart(
        visit.token(),
        resume,
        problem,
        problemPath,
        leaving(away),
        !away.isEmpty(),
        Stream.of(ProposalKind.values())
            .map(kind -> card(kind, open, document, facts, portrait, visit.times()))
            .toList());
  }

  private String leaving(List<LlmState> away) {
    if (!llms.hasOwn()) {
      return "";
    }
    return away.isEmpty()
        ? t("proposals.stays")
        : t(
            "proposals.leaves",
            "models",
            away.stream().map(state -> state.named().name()).collect(Collectors.joining(", ")));
  }

  private ProposalsPart.Card card(
      ProposalKind kind,
      List<Proposal> open,
      ResumeDocument document,
      Facts facts,
      Portrait portrait,
      Times times) {
    Optional<Task> task = proposals.task(kind);
    Optional<Task> live = task.filter(found -> found.state().isLive());
    List<ProposalsPart.Item> items =
        open.stream()
            .filter(proposal -> proposal.kind() == kind)
            .map(proposal -> item(proposal, document, facts, portrait, times))
            .toList();
    return new ProposalsPart.Card(
        kind,
        kind.title(),
        t("proposals.about-" + kind.key()),
        proposals.gate(kind).locked().map(Locked::unlocks).orElse(""),
        live.map(Task::id).orElse(0L),
        live.map(Task::step).filter(step -> !step.isEmpty()).orElse(t("proposals.begins")),
        task.filter(found -> found.state() == TaskState.FAILED).map(Task::error).orElse(""),
        task.filter(found -> found.state() == TaskState.COMPLETED && items.isEmpty())
            .map(Task::result)
            .orElse(""),
        kind == ProposalKind.TITLES
            ? profiles.all().stream().map(SearchProfile::name).toList()
            : List.of(),
        items);
  }

  private static ProposalsPart.Item item(
      Proposal proposal, ResumeDocument document, Facts facts, Portrait portrait, Times times) {
    CheckedText checked =
        proposal.kind().claims()
            ? EvidenceCheck.check(proposal.text(), facts, Vacancy.UNKNOWN, Form.BULLET)
            : new CheckedText(proposal.text(), List.of());
    return new ProposalsPart.Item(
        proposal.id(),
        proposal.about(),
        proposal.earlier(),
        proposal.text(),
        pieces(checked),
        checked.unsupported().stream()
            .map(claim -> "“%s”: %s".formatted(claim.text(), claim.why()))
            .toList(),
        proposal.evidence(),
        proposal.kind() == ProposalKind.SKILLS && proposal.evidence().isEmpty(),
        isStale(proposal, document, portrait),
        t("proposals.by", "model", proposal.backend(), "when", times.moment(proposal.at())));
  }

  private static boolean isStale(Proposal proposal, ResumeDocument document, Portrait portrait) {
    return switch (proposal.kind()) {
      case SUMMARY -> !document.basics().summary().orElse("").equals(proposal.earlier());
      case BULLETS ->
          document.work().stream().noneMatch(w -> w.highlights().contains(proposal.earlier()));
      case SKILLS -> document.skillNames().stream().anyMatch(s -> Answers.same(s, proposal.text()));
      case VOICE -> !portrait.voice().equals(proposal.earlier());
      case TITLES, MISSIONS -> false;
    };
  }

  private static List<ProposalsPart.Piece> pieces(CheckedText checked) {
    var pieces = new ArrayList<ProposalsPart.Piece>();
    int from = 0;
    for (Claim claim : checked.unsupported()) {
      if (claim.start() > from) {
        pieces.add(new ProposalsPart.Piece(checked.text().substring(from, claim.start()), false));
      }
      pieces.add(
          new ProposalsPart.Piece(checked.text().substring(claim.start(), claim.end()), true));
      from = claim.end();
    }
    if (from < checked.text().length()) {
      pieces.add(new ProposalsPart.Piece(checked.text().substring(from), false));
    }
    return pieces;
  }
}

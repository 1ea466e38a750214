package dev.peregrine.host.proposals;

import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.llm.LlmFeature;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.person.People;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.ResumeJson;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.scoring.Scoring;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Gate;
import dev.peregrine.host.tiers.Entitlements;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** What models propose to write of the current tenant's person, and what became of it. */
public final class Proposals {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int LOOKED_AT = 60;

  private final Databases databases;
  private final Tasks tasks;
  private final Llms llms;
  private final Resumes resumes;
  private final People people;
  private final Entitlements entitlements;
  private final InstantSource clock;
  private final Accepting accepting;

  /** What a task is told. */
  record Params(long resume, String words, String sample) {}

  public Proposals(
      Databases databases,
      Tasks tasks,
      Llms llms,
      Resumes resumes,
      People people,
      SearchProfiles profiles,
      Scoring scoring,
      Entitlements entitlements,
      InstantSource clock) {
    this.databases = databases;
    this.tasks = tasks;
    this.llms = llms;
    this.resumes = resumes;
    this.people = people;
    this.entitlements = entitlements;
    this.clock = clock;
    this.accepting = new Accepting(resumes, people, profiles, scoring);
    for (ProposalKind kind : ProposalKind.values()) {
      tasks.register(kind.task(), gate(kind), run -> run(kind, run));
      llms.prompts().add(kind.prompt());
      llms.add(new LlmFeature(kind.use(), kind::title));
    }
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(ProposalMapper.class);
  }

  Gate gate(ProposalKind kind) {
    return entitlements.gate(kind.feature());
  }

  /** Has a model asked, while the person goes on. */
  void ask(ProposalKind kind, Params params) {
    tasks.submit(
        kind.task(),
        String.valueOf(params.resume()),
        "Ask for proposals: " + kind.feature().label(),
        JSON.writeValueAsString(params));
  }

  /** The newest task of a kind. */
  Optional<Task> task(ProposalKind kind) {
    return tasks.recent(LOOKED_AT).stream()
        .filter(task -> task.type().equals(kind.task()))
        .findFirst();
  }

  private String run(ProposalKind kind, TaskRun run)
      throws TaskFailedException, InterruptedException {
    Params params = JSON.readValue(run.params(), Params.class);
    Optional<Resume> resume = resumes.findById(params.resume());
    ResumeDocument document =
        resume.flatMap(found -> ResumeJson.read(found.document())).orElse(ResumeDocument.EMPTY);
    if (kind != ProposalKind.VOICE && document.equals(ResumeDocument.EMPTY)) {
      throw new TaskFailedException(
          "The résumé is not there any more, or was never looked over. Open it under Profile and"
              + " save it.");
    }
    var asking =
        new Asking(
            llms,
            clock,
            kind,
            new Material(document, people.portrait()),
            params.resume(),
            new Asking.Wish(params.words(), params.sample()));
    var count = new int[] {0, 0};
    asking.ask(
        run,
        found -> {
          store(kind, params.resume(), found, count[0]++ == 0);
          count[1] += found.size();
        });
    return switch (count[1]) {
      case 0 -> "It had nothing to propose.";
      case 1 -> "One proposal waits for you.";
      default -> "%d proposals wait for you.".formatted(count[1]);
    };
  }

  /** A new answer takes the place of what is undecided, once it is there. */
  private void store(ProposalKind kind, long resume, List<Proposal> found, boolean first) {
    write(
        mapper -> {
          if (first) {
            mapper.forgetOpen(kind.key(), resume);
            mapper.forgetDecided(clock.instant().minus(KEPT).toEpochMilli());
          }
          found.forEach(proposal -> mapper.add(row(proposal)));
          return found.size();
        });
  }

  /** What waits for a decision, about a résumé or the person. */
  List<Proposal> open(long resume) {
    return read(mapper -> mapper.open(resume)).stream().map(Proposals::proposal).toList();
  }

  Optional<Proposal> find(long id) {
    return read(mapper -> mapper.find(id)).map(Proposals::proposal);
  }

  /**
   * Puts a proposal where it goes.
   *
   * @param wording as the person wants it
   * @param place where it goes; empty: where the proposal says
   * @return false where what it was to replace has changed since
   */
  boolean accept(Proposal proposal, String wording, String place) {
    Proposal placed =
        place.isEmpty() ? proposal : proposal.at(place, proposal.about(), proposal.earlier());
    boolean done = accepting.replace(placed, placed.earlier(), wording);
    if (done) {
      decide(placed, Proposal.State.ACCEPTED, wording);
    }
    return done;
  }

  void leave(Proposal proposal) {
    decide(proposal, Proposal.State.LEFT, "");
  }

  /**
   * Takes a decision back.
   *
   * @return false where what was accepted has been changed since
   */
  boolean reopen(Proposal proposal) {
    boolean done =
        switch (proposal.state()) {
          case OPEN, LEFT -> true;
          case ACCEPTED -> accepting.replace(proposal, proposal.accepted(), proposal.earlier());
        };
    if (done) {
      decide(proposal, Proposal.State.OPEN, "");
    }
    return done;
  }

  private void decide(Proposal proposal, Proposal.State state, String wording) {
    write(
        mapper -> {
          mapper.decide(proposal.id(), state.key(), proposal.place(), wording);
          return true;
        });
  }

  private static ProposalMapper.Row row(Proposal proposal) {
    boolean ofPerson =
        proposal.kind() == ProposalKind.VOICE || proposal.kind() == ProposalKind.MISSIONS;
    return new ProposalMapper.Row(
        0,
        proposal.kind().key(),
        ofPerson ? null : Long.valueOf(proposal.resume()),
        proposal.place(),
        proposal.about(),
        proposal.earlier(),
        proposal.text(),
        proposal.evidence(),
        proposal.backend(),
        proposal.at().toEpochMilli(),
        proposal.state().key(),
        "");
  }

  private static Proposal proposal(ProposalMapper.Row row) {
    Long resume = row.resume();
    return new Proposal(
        row.id(),
        ProposalKind.of(row.kind()).orElseThrow(),
        resume == null ? 0 : resume,
        row.place(),
        row.about(),
        row.earlier(),
        row.text(),
        row.evidence(),
        row.backend(),
        Instant.ofEpochMilli(row.at()),
        Proposal.State.valueOf(row.state().toUpperCase(java.util.Locale.ROOT)),
        row.accepted());
  }

  private <T> T read(Function<ProposalMapper, T> work) {
    return databases.current().read(mappers -> work.apply(mappers.of(ProposalMapper.class)));
  }

  private <T> T write(Function<ProposalMapper, T> work) {
    return databases.current().write(mappers -> work.apply(mappers.of(ProposalMapper.class)));
  }
}

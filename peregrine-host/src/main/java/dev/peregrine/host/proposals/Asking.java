package dev.peregrine.host.proposals;

import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Message;
import dev.peregrine.host.llm.AnswerPieces;
import dev.peregrine.host.llm.LlmAnswer;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.llm.NoAnswerException;
import dev.peregrine.host.resumes.Work;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.TaskRun;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Asks a model for proposals of one kind. */
final class Asking {

  private static final int LONGEST_LINE = 500;
  private static final int LONGEST_TEXT = 2_500;
  private static final int MOST_WORDS_OF_A_TITLE = 8;

  private final Llms llms;
  private final InstantSource clock;
  private final ProposalKind kind;
  private final Material material;
  private final long resume;
  private final Wish wish;

  /**
   * What the person adds to the question.
   *
   * @param words what to mind; may be empty
   * @param sample something that they wrote themselves; may be empty
   */
  record Wish(String words, String sample) {}

  Asking(
      Llms llms,
      InstantSource clock,
      ProposalKind kind,
      Material material,
      long resume,
      Wish wish) {
    this.llms = llms;
    this.clock = clock;
    this.kind = kind;
    this.material = material;
    this.resume = resume;
    this.wish = wish;
  }

  /** Hands over what is proposed, as it comes. */
  void ask(TaskRun run, Consumer<List<Proposal>> found)
      throws TaskFailedException, InterruptedException {
    if (kind == ProposalKind.BULLETS) {
      bullets(run, found);
      return;
    }
    LlmAnswer answer = complete(run, question());
    JsonNode root = Answers.read(answer.text());
    found.accept(
        switch (kind) {
          case SUMMARY -> summary(Answers.paragraphs(root, "text"), answer.backend());
          case VOICE -> voice(Answers.paragraphs(root, "text"), answer.backend());
          case SKILLS -> skills(answer);
          case TITLES -> titles(answer);
          case MISSIONS -> missions(answer);
          case BULLETS -> List.of();
        });
  }

  private String question() {
    var text = new StringBuilder();
    if (kind == ProposalKind.VOICE) {
      text.append("Texts that the person wrote:\n").append(llms.asData(material.told(sample())));
    } else {
      text.append("The résumé:\n").append(llms.asData(material.career()));
    }
    if (kind == ProposalKind.MISSIONS && !material.person().causes().isEmpty()) {
      text.append("\n\nNoted already, not to be proposed again: ")
          .append(
              material.told(
                  String.join(
                      "; ", material.person().causes().stream().map(c -> c.field()).toList())));
    }
    return text.append(wished()).toString();
  }

  private String sample() {
    String summary = material.resume().basics().summary().orElse("");
    return wish.sample().isBlank() ? summary : wish.sample();
  }

  private String wished() {
    return wish.words().isBlank()
        ? ""
        : "\n\nThe person asks you to mind this: " + material.told(wish.words());
  }

  private LlmAnswer complete(TaskRun run, String question)
      throws TaskFailedException, InterruptedException {
    var request =
        CompletionRequest.of(
                Message.system(llms.prompts().text(kind.prompt())), Message.user(question))
            .withJsonSchema(kind.schema());
    try {
      return llms.complete(kind.use(), request, new Counting(run));
    } catch (NoAnswerException none) {
      throw new TaskFailedException(none.sentence(), none);
    }
  }

  /** Says how much is written. */
  private static final class Counting implements AnswerPieces {

    private final TaskRun run;
    private int letters;

    Counting(TaskRun run) {
      this.run = run;
      run.step("Asked; waits for the first word.");
    }

    @Override
    public void piece(String text) {
      int before = letters / 50;
      letters += text.length();
      if (before == 0 || letters / 50 > before) {
        run.step("%,d letters written.".formatted(letters));
      }
    }

    @Override
    public void beginsAnew() {
      letters = 0;
    }
  }

  private Proposal proposal(String text, String backend) {
    return Proposal.of(kind, resume, text, backend, clock.instant());
  }

  private List<Proposal> summary(String text, String backend) {
    String now = material.resume().basics().summary().orElse("");
    return replacing(material.unnamed().back(text, now), now, backend);
  }

  private List<Proposal> voice(String text, String backend) {
    return replacing(text, material.person().voice(), backend);
  }

  private List<Proposal> replacing(String text, String now, String backend) {
    return text.isEmpty() || text.length() > LONGEST_TEXT || Answers.same(text, now)
        ? List.of()
        : List.of(proposal(text, backend).at("", "", now));
  }

  private void bullets(TaskRun run, Consumer<List<Proposal>> found)
      throws TaskFailedException, InterruptedException {
    List<Work> works = material.resume().work();
    for (int at = 0; at < works.size(); at++) {
      run.of(at, works.size());
      if (works.get(at).highlights().isEmpty()) {
        continue;
      }
      String question =
          "The whole résumé, to know the person:\n"
              + llms.asData(material.career())
              + "\n\nThe position whose bullets are to be worded anew:\n"
              + llms.asData(material.bullets(at))
              + wished();
      found.accept(bullets(at, works.get(at), complete(run, question)));
    }
  }

  private List<Proposal> bullets(int position, Work work, LlmAnswer answer) {
    var proposals = new ArrayList<Proposal>();
    for (JsonNode node : Answers.list(answer.text())) {
      int number = node.path("number").asInt(0);
      boolean known =
          number >= 1
              && number <= work.highlights().size()
              && proposals.stream().noneMatch(p -> p.place().endsWith("/" + (number - 1)));
      if (known) {
        String now = work.highlights().get(number - 1);
        String text = material.unnamed().back(Answers.line(node, "text"), now);
        if (fits(text) && !Answers.same(text, now) && Answers.isAbout(text, now)) {
          proposals.add(
              proposal(text, answer.backend())
                  .at(
                      "work/%d/highlights/%d".formatted(position, number - 1),
                      Material.called(work),
                      now));
        }
      }
    }
    return proposals;
  }

  private List<Proposal> skills(LlmAnswer answer) {
    List<String> known = material.resume().skillNames();
    var proposals = new ArrayList<Proposal>();
    for (JsonNode node : Answers.list(answer.text())) {
      String skill = Answers.line(node, "skill");
      if (isName(skill) && isNew(skill, known, proposals)) {
        proposals.add(
            proposal(skill, answer.backend()).withEvidence(quoted(Answers.line(node, "evidence"))));
      }
    }
    return proposals;
  }

  /** The line of the résumé that a model says it read, where it is there. */
  private String quoted(String line) {
    String wanted = Answers.plain(line);
    return wanted.length() < 4
        ? ""
        : material
            .career()
            .lines()
            .filter(there -> Answers.plain(there).contains(wanted))
            .findFirst()
            .map(Answers::line)
            .orElse("");
  }

  private List<Proposal> titles(LlmAnswer answer) {
    var proposals = new ArrayList<Proposal>();
    for (JsonNode node : Answers.list(answer.text())) {
      String title = Answers.line(node.asString(""));
      if (isName(title) && isNew(title, List.of(), proposals)) {
        proposals.add(proposal(title, answer.backend()));
      }
    }
    return proposals;
  }

  private List<Proposal> missions(LlmAnswer answer) {
    List<String> known = material.person().causes().stream().map(c -> c.field()).toList();
    var proposals = new ArrayList<Proposal>();
    for (JsonNode node : Answers.list(answer.text())) {
      String field = Answers.line(node, "field");
      String note = Answers.line(node, "note");
      boolean isNew =
          known.stream().noneMatch(other -> Answers.same(other, field))
              && proposals.stream().noneMatch(other -> Answers.same(other.about(), field));
      if (isName(field) && fits(note) && isNew) {
        proposals.add(proposal(note, answer.backend()).at("", field, ""));
      }
    }
    return proposals;
  }

  private static boolean fits(String text) {
    return !text.isEmpty() && text.length() <= LONGEST_LINE;
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && text.length() <= 80
        && text.split(" ").length <= MOST_WORDS_OF_A_TITLE;
  }

  private static boolean isNew(String text, List<String> known, List<Proposal> proposals) {
    return known.stream().noneMatch(other -> Answers.same(other, text))
        && proposals.stream().noneMatch(other -> Answers.same(other.text(), text));
  }
}

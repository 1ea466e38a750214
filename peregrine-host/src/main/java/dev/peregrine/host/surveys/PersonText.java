package dev.peregrine.host.surveys;

import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.resumes.Career;
import dev.peregrine.host.resumes.ResumeDocument;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a model is told of the person and of some questions; what others wrote is fenced. */
final class PersonText {

  private static final int MOST_EARLIER = 40;

  private final Llms llms;
  private final Answerer answerer;
  private final Optional<ResumeDocument> resume;
  private final Job job;
  private final List<Answered> answered;

  PersonText(
      Llms llms,
      Answerer answerer,
      Optional<ResumeDocument> resume,
      Job job,
      List<Answered> answered) {
    this.llms = llms;
    this.answerer = answerer;
    this.resume = resume;
    this.job = job;
    this.answered = answered;
  }

  String asked(List<SurveyQuestion> some) {
    var text = new StringBuilder();
    if (answerer.saidSomething()) {
      text.append("What matters to the person at work, in their own words:\n")
          .append(told(answerer.matters()))
          .append(told(String.join("\n", answerer.causes())));
    } else {
      text.append("The person has not said what matters to them at work.\n");
    }
    if (!answerer.voice().isBlank()) {
      text.append("\nHow the person writes: ").append(told(answerer.voice()));
    }
    resume.ifPresent(
        document ->
            text.append("\nTheir résumé:\n")
                .append(llms.asData(Career.of(document, answerer.unnamed())))
                .append('\n'));
    text.append("\nThe job:\n")
        .append(llms.asData(job.posting().title() + "\n" + job.posting().company().orElse("")))
        .append('\n');
    earlier(some)
        .ifPresent(
            before ->
                text.append("\nAnswered to this employer before:\n")
                    .append(llms.asData(before))
                    .append('\n'));
    return text.append("\nThe questions:\n")
        .append(llms.asData(some.stream().map(this::question).collect(Collectors.joining("\n\n"))))
        .toString();
  }

  private String told(String own) {
    return own.isBlank() ? "" : answerer.unnamed().in(own.strip()) + "\n";
  }

  private Optional<String> earlier(List<SurveyQuestion> some) {
    List<Long> asked = some.stream().map(SurveyQuestion::id).toList();
    String lines =
        answered.stream()
            .filter(each -> !asked.contains(each.id()))
            .limit(MOST_EARLIER)
            .map(
                each ->
                    "- %s → %s"
                        .formatted(
                            each.question(), told(each.answer()).strip().replace("\n", "; ")))
            .collect(Collectors.joining("\n"));
    return Optional.of(lines).filter(text -> !text.isEmpty());
  }

  private String question(SurveyQuestion question) {
    var text = new StringBuilder();
    text.append("Question ")
        .append(question.place())
        .append(": ")
        .append(question.asked().question());
    text.append(
        switch (question.asked().kind()) {
          case TEXT -> "\n(answered in words)";
          case SEVERAL -> "\n(several may be chosen)";
          case CHOICE, SCALE, YES_NO -> "";
        });
    List<String> options = question.asked().options();
    for (int i = 0; i < options.size(); i++) {
      text.append('\n').append(i + 1).append(") ").append(options.get(i));
    }
    if (question.isAnswered()) {
      text.append("\nThe person has answered: ").append(told(question.answer()).strip());
    }
    return text.toString();
  }
}

package dev.peregrine.host.proposals;

import dev.peregrine.host.person.Portrait;
import dev.peregrine.host.person.ResumeUploads;
import dev.peregrine.host.resumes.Basics;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.Unnamed;
import dev.peregrine.host.resumes.Work;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a model is told of the person: their career, without how to reach them, whom they can be
 * asked about, and employers that may not be named.
 */
record Material(ResumeDocument resume, Portrait person) {

  private static final int LONGEST = 24_000;
  private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(?:https?://|www\\.)\\S+");

  Unnamed unnamed() {
    return person.unnamed();
  }

  /** The résumé as text. */
  String career() {
    Basics basics =
        Basics.EMPTY.withLabel(resume.basics().label()).withSummary(resume.basics().summary());
    return told(ResumeUploads.plain(resume.withBasics(basics).withReferences(List.of())));
  }

  /** A text as a model may be told it. */
  String told(String text) {
    String plain = ADDRESS.matcher(unnamed().in(text)).replaceAll("");
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
  }

  /** A position's bullets, numbered from 1, below what the position is. */
  String bullets(int position) {
    Work work = resume.work().get(position);
    var text = new StringBuilder(called(work)).append('\n');
    work.summary().ifPresent(summary -> text.append(summary).append('\n'));
    for (int at = 0; at < work.highlights().size(); at++) {
      text.append(at + 1).append(". ").append(work.highlights().get(at)).append('\n');
    }
    return told(text.toString());
  }

  /** What a position is called, for people. */
  static String called(Work work) {
    return Stream.of(work.position(), work.name())
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }
}

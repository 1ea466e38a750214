package dev.peregrine.host.questions;

import dev.peregrine.host.resumes.Fold;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What employers ask again and again, in many words. Told by cues of English and German. */
public enum Topic {
  NOTICE(
      "notice period|earliest (?:possible )?(?:start|entry)|when (?:can|could) you start|start"
          + " date|available to start|kundigungsfrist|fruhest\\w* (?:eintritt|start)|ab"
          + " wann|eintrittstermin|wann konn\\w+ (?:sie|du) (?:anfangen|beginnen|starten)"),
  SALARY("salary|compensation|pay expectation|expected pay|remuneration|gehalt\\w*|vergutung"),
  RELOCATION("relocat\\w*|willing to move|umzieh\\w*|umzug"),
  AUTHORISATION(
      "authori[sz]ed to work|right to work|work permit|work authori[sz]ation|visa|sponsorship"
          + "|arbeitserlaubnis|aufenthaltstitel|visum"),
  WHY_US(
      "why (?:do|would|are) you (?:want|like|interested|apply)|why (?:us|this"
          + " (?:company|role|job|position))|interested in (?:working|joining|this)|what"
          + " (?:attracts|draws|excites|interests|motivates) you|motivation|want to"
          + " (?:work|join)|warum (?:mochten|willst|wollen|bewirbst|bewerben|gerade|wir)|was"
          + " reizt|interessiert (?:sie|dich)"),
  ABOUT_YOU(
      "about yourself|introduce yourself|describe yourself|uber (?:sich|dich)|stell\\w*"
          + " (?:sich|dich) vor"),
  STRENGTHS("strengths?|starken"),
  WEAKNESSES("weakness\\w*|areas? (?:of|for) improvement|schwachen"),
  CHALLENGE(
      "(?:challeng|difficult|conflict|problem|fail|mistake|disagree)\\w*|herausforder\\w*|schwierig\\w*"
          + "|konflikt|gescheitert|fehler"),
  PROUD(
      "proud\\w*|(?:greatest|biggest|best) (?:achievement|accomplishment|success)|stolz|grosst\\w*"
          + " erfolg"),
  HEARD_OF_US(
      "how did you (?:hear|find|learn)|where did you (?:hear|find|see)|aufmerksam geworden|woher"
          + " kenn");

  private final Pattern cues;

  Topic(String cues) {
    this.cues = Pattern.compile("(?<![\\p{L}])(?:" + cues + ")(?![\\p{L}])");
  }

  /** The first that a question is about. */
  public static Optional<Topic> of(String question) {
    String plain = Fold.same(question);
    return Stream.of(values()).filter(topic -> topic.cues.matcher(plain).find()).findFirst();
  }
}

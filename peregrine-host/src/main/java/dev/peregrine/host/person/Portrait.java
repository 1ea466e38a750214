package dev.peregrine.host.person;

import dev.peregrine.host.resumes.Unnamed;
import java.util.List;

/**
 * The person in their own words, for what is written in their name.
 *
 * @param summary of their career; may be empty
 * @param voice how they want to sound; may be empty
 * @param causes what they care about
 * @param hiddenEmployers whom nothing that is written may name
 * @param forForms what forms ask for
 */
public record Portrait(
    String name,
    String summary,
    String voice,
    List<Cause> causes,
    List<String> hiddenEmployers,
    ForForms forForms) {

  /** What forms ask for; each may be empty. */
  public record ForForms(String notice, String relocation, String authorisation, String salary) {}

  /** Something they care about, and why. */
  public record Cause(String field, String note) {}

  public Portrait {
    causes = List.copyOf(causes);
    hiddenEmployers = List.copyOf(hiddenEmployers);
  }

  /** Takes the employers out of a text that may not be named. */
  public Unnamed unnamed() {
    return new Unnamed(hiddenEmployers);
  }

  public Portrait withSummary(String newSummary) {
    return new Portrait(name, newSummary, voice, causes, hiddenEmployers, forForms);
  }

  public Portrait withVoice(String newVoice) {
    return new Portrait(name, summary, newVoice, causes, hiddenEmployers, forForms);
  }

  public Portrait withCauses(List<Cause> newCauses) {
    return new Portrait(name, summary, voice, newCauses, hiddenEmployers, forForms);
  }

  static Portrait of(Person person) {
    return new Portrait(
        person.name(),
        person.summary(),
        person.voice(),
        person.missions().stream()
            .map(mission -> new Cause(mission.domain(), mission.note()))
            .toList(),
        person.hiddenEmployers(),
        new ForForms(
            person.notice(), person.relocation(), person.authorisation(), person.salary()));
  }

  /** The person with the words that can be changed from outside. */
  Person onto(Person person) {
    return new Person(
        person.name(),
        person.email(),
        person.phone(),
        person.street(),
        person.postalCode(),
        person.town(),
        person.region(),
        person.country(),
        person.links(),
        person.headline(),
        summary,
        voice,
        person.matters(),
        causes.stream().map(cause -> new Person.Mission(cause.field(), cause.note())).toList(),
        person.hiddenEmployers(),
        person.accessibility(),
        person.queer(),
        person.notice(),
        person.relocation(),
        person.authorisation(),
        person.salary());
  }
}

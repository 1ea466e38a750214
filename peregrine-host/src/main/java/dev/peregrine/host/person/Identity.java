package dev.peregrine.host.person;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of what a person says of themselves that setup asks for. Everything may be empty.
 *
 * @param links without rows that say nothing
 */
public record Identity(String name, String email, String phone, List<Link> links, String summary) {

  /** A page of the person's. */
  public record Link(String label, String address) {

    boolean isBlank() {
      return label.isBlank() && address.isBlank();
    }
  }

  public Identity {
    links = links.stream().filter(link -> !link.isBlank()).toList();
  }

  /** Whether it says nothing at all. */
  public boolean isBlank() {
    return (name + email + phone + summary).isBlank() && links.isEmpty();
  }

  static Identity of(Person person) {
    return new Identity(
        person.name(),
        person.email(),
        person.phone(),
        person.links().stream().map(link -> new Link(link.label(), link.address())).toList(),
        person.summary());
  }

  /** The person, with this said of them. */
  Person onto(Person person) {
    var rows = new ArrayList<Person.Link>();
    links.forEach(link -> rows.add(new Person.Link(link.label(), link.address())));
    return new Person(
        name,
        email,
        phone,
        person.street(),
        person.postalCode(),
        person.town(),
        person.region(),
        person.country(),
        rows,
        person.headline(),
        summary,
        person.voice(),
        person.matters(),
        person.missions(),
        person.hiddenEmployers(),
        person.accessibility(),
        person.queer(),
        person.notice(),
        person.relocation(),
        person.authorisation(),
        person.salary());
  }
}

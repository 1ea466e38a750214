package dev.peregrine.host.contacts;

import java.time.Instant;

/**
 * Somebody at an employer.
 *
 * @param company whose, see {@link Contacts#company}
 * @param version grows with each save
 */
public record Contact(
    long id, String company, ContactDetails details, int version, Instant changed) {

  public String name() {
    return details.name();
  }
}

package dev.peregrine.host.person;

import java.util.List;
import java.util.Objects;

/**
 * What the person says of themselves. Everything may be empty.
 *
 * @param voice how they want to sound
 * @param matters what matters to them at work
 * @param missions what they care about, and why
 * @param hiddenEmployers employers that are never named in research
 * @param accessibility whether research looks at what an employer does for disabled people; told to
 *     nobody
 * @param queer whether research looks at how an employer treats queer people; told to nobody
 */
record Person(
    String name,
    String email,
    String phone,
    String street,
    String postalCode,
    String town,
    String region,
    String country,
    List<Link> links,
    String headline,
    String summary,
    String voice,
    String matters,
    List<Mission> missions,
    List<String> hiddenEmployers,
    boolean accessibility,
    boolean queer,
    String notice,
    String relocation,
    String authorisation,
    String salary) {

  static final Person UNKNOWN =
      new Person(
          "", "", "", "", "", "", "", "", List.of(), "", "", "", "", List.of(), List.of(), false,
          false, "", "", "", "");

  Person {
    // A document that was stored before they could say it has nothing of the name.
    matters = Objects.requireNonNullElse(matters, "");
  }

  /** A page of the person's. */
  record Link(String label, String address) {}

  /** Something they care about. */
  record Mission(String domain, String note) {}
}

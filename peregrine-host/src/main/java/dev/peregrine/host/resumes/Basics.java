package dev.peregrine.host.resumes;

import java.util.List;
import java.util.Optional;

/**
 * Who the person is and how to reach them.
 *
 * @param name the whole name
 * @param label the headline, such as "Staff Engineer"
 * @param image address of a picture
 * @param phone as written
 * @param url of the own site
 * @param profiles on LinkedIn, GitHub and others
 * @param other members we have no name for, kept as they are
 */
public record Basics(
    Optional<String> name,
    Optional<String> label,
    Optional<String> image,
    Optional<String> email,
    Optional<String> phone,
    Optional<String> url,
    Optional<String> summary,
    Optional<Location> location,
    List<Profile> profiles,
    Unmapped other) {

  /** Says nothing. */
  public static final Basics EMPTY =
      new Basics(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Unmapped.NONE);

  public Basics {
    profiles = List.copyOf(profiles);
  }

  public Basics withName(Optional<String> name) {
    return new Basics(name, label, image, email, phone, url, summary, location, profiles, other);
  }

  public Basics withName(String name) {
    return withName(Optional.of(name));
  }

  public Basics withLabel(Optional<String> label) {
    return new Basics(name, label, image, email, phone, url, summary, location, profiles, other);
  }

  public Basics withLabel(String label) {
    return withLabel(Optional.of(label));
  }

  public Basics withImage(Optional<String> image) {
    return new Basics(name, label, image, email, phone, url, summary, location, profiles, other);
  }

  public Basics withImage(String image) {
    return withImage(Optional.of(image));
  }

  public Basics withEmail(Optional<String> email) {
    return new Basics(name, label, image, email, phone, url, summary, location, profiles, other);
  }

  public Basics withEmail(String email) {
    return withEmail(Optional.of(email));
  }

  public Basics withPhone(Optional<String> phone) {
    return new Basics(name, label, image, email, phone, url, summary, location, profiles, other);
  }

  public Basics withPhone(String phone) {
    return withPhone(Optional.of(phone));
  }

  public Basics withUrl(Optional<String> url) {
    return new Basics(name, label, image, email, phone, url, summary, location, profiles, other);
  }

  public Basics withUrl(String url) {
    return withUrl(Optional.of(url));
  }

  public Basics withSummary(Optional<String> summary) {
    return new Basics(name, label, image, email, phone, url, summary, location, profiles, other);
  }

  public Basics withSummary(String summary) {
    return withSummary(Optional.of(summary));
  }

  public Basics withLocation(Optional<Location> location) {
    return new Basics(name, label, image, email, phone, url, summary, location, profiles, other);
  }

  public Basics withProfiles(List<Profile> profiles) {
    return new Basics(name, label, image, email, phone, url, summary, location, profiles, other);
  }

  public Basics withOther(Unmapped other) {
    return new Basics(name, label, image, email, phone, url, summary, location, profiles, other);
  }
}

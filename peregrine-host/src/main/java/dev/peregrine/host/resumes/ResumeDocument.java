package dev.peregrine.host.resumes;

import java.util.List;

/**
 * A whole résumé, after JSON Resume (https://jsonresume.org/schema, v1.0.0) with our extensions.
 * Nothing in it is invented: what is not known is empty. Immutable. What the person says of gender,
 * origin and the like is never in here; see {@link SelfIdentification}.
 *
 * @param basics who and how to reach them
 * @param work newest first, as in the source
 * @param other members we have no name for, kept as they are
 */
public record ResumeDocument(
    Basics basics,
    List<Work> work,
    List<Volunteer> volunteer,
    List<Education> education,
    List<Award> awards,
    List<Certificate> certificates,
    List<Publication> publications,
    List<Skill> skills,
    List<SpokenLanguage> languages,
    List<Interest> interests,
    List<Reference> references,
    List<Project> projects,
    Unmapped other) {

  /** Says nothing. */
  public static final ResumeDocument EMPTY =
      new ResumeDocument(
          Basics.EMPTY,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Unmapped.NONE);

  public ResumeDocument {
    work = List.copyOf(work);
    volunteer = List.copyOf(volunteer);
    education = List.copyOf(education);
    awards = List.copyOf(awards);
    certificates = List.copyOf(certificates);
    publications = List.copyOf(publications);
    skills = List.copyOf(skills);
    languages = List.copyOf(languages);
    interests = List.copyOf(interests);
    references = List.copyOf(references);
    projects = List.copyOf(projects);
  }

  public ResumeDocument withBasics(Basics basics) {
    return new ResumeDocument(
        basics,
        work,
        volunteer,
        education,
        awards,
        certificates,
        publications,
        skills,
        languages,
        interests,
        references,
        projects,
        other);
  }

  public ResumeDocument withWork(List<Work> work) {
    return new ResumeDocument(
        basics,
        work,
        volunteer,
        education,
        awards,
        certificates,
        publications,
        skills,
        languages,
        interests,
        references,
        projects,
        other);
  }

  public ResumeDocument withVolunteer(List<Volunteer> volunteer) {
    return new ResumeDocument(
        basics,
        work,
        volunteer,
        education,
        awards,
        certificates,
        publications,
        skills,
        languages,
        interests,
        references,
        projects,
        other);
  }

  public ResumeDocument withEducation(List<Education> education) {
    return new ResumeDocument(
        basics,
        work,
        volunteer,
        education,
        awards,
        certificates,
        publications,
        skills,
        languages,
        interests,
        references,
        projects,
        other);
  }

  public ResumeDocument withAwards(List<Award> awards) {
    return new ResumeDocument(
        basics,
        work,
        volunteer,
        education,
        awards,
        certificates,
        publications,
        skills,
        languages,
        interests,
        references,
        projects,
        other);
  }

  public ResumeDocument withCertificates(List<Certificate> certificates) {
    return new ResumeDocument(
        basics,
        work,
        volunteer,
        education,
        awards,
        certificates,
        publications,
        skills,
        languages,
        interests,
        references,
        projects,
        other);
  }

  public ResumeDocument withPublications(List<Publication> publications) {
    return new ResumeDocument(
        basics,
        work,
        volunteer,
        education,
        awards,
        certificates,
        publications,
        skills,
        languages,
        interests,
        references,
        projects,
        other);
  }

  public ResumeDocument withSkills(List<Skill> skills) {
    return new ResumeDocument(
        basics,
        work,
        volunteer,
        education,
        awards,
        certificates,
        publications,
        skills,
        languages,
        interests,
        references,
        projects,
        other);
  }

  public ResumeDocument withLanguages(List<SpokenLanguage> languages) {
    return new ResumeDocument(
        basics,
        work,
        volunteer,
        education,
        awards,
        certificates,
        publications,
        skills,
        languages,
        interests,
        references,
        projects,
        other);
  }

  public ResumeDocument withInterests(List<Interest> interests) {
    return new ResumeDocument(
        basics,
        work,
        volunteer,
        education,
        awards,
        certificates,
        publications,
        skills,
        languages,
        interests,
        references,
        projects,
        other);
  }

  public ResumeDocument withReferences(List<Reference> references) {
    return new ResumeDocument(
        basics,
        work,
        volunteer,
        education,
        awards,
        certificates,
        publications,
        skills,
        languages,
        interests,
        references,
        projects,
        other);
  }

  public ResumeDocument withProjects(List<Project> projects) {
    return new ResumeDocument(
        basics,
        work,
        volunteer,
        education,
        awards,
        certificates,
        publications,
        skills,
        languages,
        interests,
        references,
        projects,
        other);
  }

  public ResumeDocument withOther(Unmapped other) {
    return new ResumeDocument(
        basics,
        work,
        volunteer,
        education,
        awards,
        certificates,
        publications,
        skills,
        languages,
        interests,
        references,
        projects,
        other);
  }

  /** Every skill by itself: the keywords of a group, else its name; in order, none twice. */
  public List<String> skillNames() {
    return skills.stream()
        .flatMap(
            skill -> skill.keywords().isEmpty() ? skill.name().stream() : skill.keywords().stream())
        .distinct()
        .toList();
  }
}

package dev.peregrine.host.resumes;

/** Parts of a résumé; each has its line in headings.txt but the first. */
enum Section {
  /** Before the first heading. */
  HEADER,
  CONTACT,
  SUMMARY,
  EXPERIENCE,
  EDUCATION,
  SKILLS,
  LANGUAGES,
  CERTIFICATES,
  PROJECTS,
  AWARDS,
  PUBLICATIONS,
  VOLUNTEER,
  INTERESTS,
  REFERENCES,
  OTHER
}

package dev.peregrine.host.rest;

/** What operations are about, in the order in which they are described. */
enum Topic {
  ABOUT("About", "Who you are here."),
  JOBS("Jobs", "What was found, where it stands, and why it fits."),
  STAGES("Stages", "Moving jobs by the rules that hold on the pages, and taking it back."),
  LETTERS("Letters", "Versions of letters, and drafts that a language model writes."),
  LOG("Contacts", "What was said with an employer, and when."),
  ROUNDS("Rounds", "Who talks with whom, when and where."),
  REMINDERS("Reminders", "What is due."),
  SEARCHES("Searches", "Search profiles, boards, and runs over them."),
  TASKS("Tasks", "Work in the background."),
  NUMBERS("Numbers", "What came of searching and applying, counted.");

  private final String label;
  private final String about;

  Topic(String label, String about) {
    this.label = label;
    this.about = about;
  }

  String label() {
    return label;
  }

  String about() {
    return about;
  }
}

package dev.peregrine.host.tailoring;

import dev.peregrine.host.evidence.Vacancy;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.ResumeJson;

/** Somebody who writes software for payments, and a posting that wants a part of that. */
final class SampleResume {

  static final String JSON =
      """
      {"basics":{"name":"Alex Rivera","email":"alex@rivera.example","phone":"+49 30 5550 4711",
        "summary":"Engineer with nine years in payments."},
       "work":[
        {"name":"Northwind Payments","position":"Software Engineer","startDate":"2019-03",
         "highlights":["Kept the garden of the office","Rebuilt the settlement service in Java",
          "Organised the summer party","Moved 14 services to Docker on AWS",
          "Wrote the newsletter","Ordered the coffee","Wrote reports in Python"]},
        {"name":"Harbour Software","position":"Junior Developer","startDate":"2016-09",
         "endDate":"2019-02","highlights":["Reports in Python for 30 customers"]}],
       "education":[{"institution":"Harbour University","studyType":"BSc","area":"Computer Science",
         "endDate":"2016"}],
       "languages":[{"language":"German","fluency":"B2"}],
       "skills":[{"name":"Also","keywords":["Haskell","Photoshop"]},
        {"name":"Languages","keywords":["PHP","Java","Python"]}]}
      """;

  static final Vacancy VACANCY =
      new Vacancy(
          "Backend Engineer (Java)",
          "Brightbank",
          """
          We run a settlement service in Java and Python on Docker.
          You have:
          - Java experience is a must
          - Kubernetes, required
          - You know PostgreSQL
          Nice to have: Terraform
          You will lead a team of four engineers.
          Fluent French, and a PhD or a master's degree.
          We love our track record in communication and we upgrade constantly. No salespeople here.
          """);

  private SampleResume() {}

  static ResumeDocument document() {
    return ResumeJson.read(JSON).orElseThrow();
  }
}

package dev.peregrine.host.pipeline;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The forms in which boards write the address of one posting, and the one form that is kept of each
 * board. A form is left alone where it is not certain that the kept one opens.
 */
final class BoardAddresses {

  private static final String NUMBER = "(\\d{1,20})";
  private static final String UUID = "(?i:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))";
  private static final String SLUG = "([\\w.%~-]+)";
  private static final String LANGUAGE = "(?:/[a-zA-Z]{2}(?:[-_][a-zA-Z]{2})?)?";

  /** In each place of a kind the first that fits counts. */
  private static final Map<String, List<AddressForm>> FORMS =
      List.of(
              // LinkedIn: search pages name the posting that is open, whatever else they show
              AddressForm.path(
                  "linkedin.com",
                  "/(?:comm/)?(?:m/)?jobs/view/(?:externalApply/)?(?:[^/]*-)?"
                      + NUMBER
                      + "(?:/.*)?",
                  "https://www.linkedin.com/jobs/view/{1}/"),
              AddressForm.path(
                  "linkedin.com",
                  "/jobs-guest/jobs/api/jobPosting/" + NUMBER,
                  "https://www.linkedin.com/jobs/view/{1}/"),
              AddressForm.query(
                  "linkedin.com",
                  "currentJobId",
                  NUMBER,
                  "https://www.linkedin.com/jobs/view/{1}/"),
              // Indeed: rc/clk, pagead/clk, applystart, m/viewjob and more carry the same key
              AddressForm.query(
                  "indeed.*", "jk", "([0-9a-zA-Z]{4,40})", "https://{indeed}/viewjob?jk={1}"),
              AddressForm.query(
                  "indeed.*", "vjk", "([0-9a-zA-Z]{4,40})", "https://{indeed}/viewjob?jk={1}"),
              AddressForm.path(
                  "indeed.*",
                  "/(?:company|cmp)/[^/]+/jobs/(?:[^/]*-)?([0-9a-f]{16})",
                  "https://{indeed}/viewjob?jk={1}"),
              AddressForm.query("glassdoor.*", "jl", NUMBER, "https://{host}/job-listing/j?jl={1}"),
              AddressForm.query(
                  "glassdoor.*", "jobListingId", NUMBER, "https://{host}/job-listing/j?jl={1}"),
              AddressForm.query(
                  "ziprecruiter.*", "lvk", "([\\w.-]{6,80})", "https://{host}/jobs//j?lvk={1}"),
              AddressForm.query(
                  "ziprecruiter.*", "jid", "([0-9a-f]{6,40})", "https://{host}{path}?jid={1}"),
              AddressForm.path("ziprecruiter.*", "/(?:c|jobs|ojob)/.+", "https://{host}{path}"),
              AddressForm.path("naukri.com", "/job-listings-.*\\d", "https://www.naukri.com{path}"),
              AddressForm.path("naukri.com", "/job/" + NUMBER, "https://www.naukri.com/job/{1}"),
              AddressForm.path("bayt.com", "/.+/jobs/[^/]*\\d", "https://www.bayt.com{path}/"),
              AddressForm.path(
                  "bdjobs.com",
                  "/(?:h/)?(?:job)?details/" + NUMBER,
                  "https://bdjobs.com/h/details/{1}"),
              AddressForm.query(
                  "bdjobs.com", "(?:id|jobid)", NUMBER, "https://bdjobs.com/h/details/{1}"),
              // Google shows its panel to whoever asks for any jobs and names the document
              AddressForm.query(
                  "google.*",
                  "htidocid",
                  "([\\w%=.-]{4,200})",
                  "https://www.google.com/search?ibp=htl;jobs&q=jobs#htidocid={1}"),
              AddressForm.query(
                  "google.*",
                  "vhid",
                  "(?:.*(?i:%2F|/))?docid(?i:%2F|/|%3D|=)([\\w%=.-]{4,200})",
                  "https://www.google.com/search?ibp=htl;jobs&q=jobs#htidocid={1}"),
              // The hop over Adzuna carries the person's app id as utm_source
              AddressForm.path(
                  "adzuna.*",
                  "/(?:land/ad|details|jobs/(?:land/ad|details))/" + NUMBER,
                  "https://{host}/details/{1}"),
              AddressForm.path(
                  "jooble.org",
                  "/(?:desc|jdp|away|m/desc)/(-?\\d{4,25})",
                  "https://{host}/desc/{1}"),
              // Greenhouse: boards leads to job-boards where an employer moved there; the EU has
              // its own
              AddressForm.path(
                  "boards-api.greenhouse.io",
                  "/v1/boards/" + SLUG + "/jobs/" + NUMBER,
                  "https://boards.greenhouse.io/{1}/jobs/{2}"),
              AddressForm.path(
                  "eu.greenhouse.io",
                  "/" + SLUG + "/jobs/" + NUMBER + "(?:/.*)?",
                  "https://boards.eu.greenhouse.io/{1}/jobs/{2}"),
              AddressForm.embedded(
                  "eu.greenhouse.io",
                  "/embed/job_app",
                  "for",
                  "token",
                  "https://boards.eu.greenhouse.io/{1}/jobs/{2}"),
              AddressForm.path(
                  "greenhouse.io",
                  "/" + SLUG + "/jobs/" + NUMBER + "(?:/.*)?",
                  "https://boards.greenhouse.io/{1}/jobs/{2}"),
              AddressForm.embedded(
                  "greenhouse.io",
                  "/embed/job_app",
                  "for",
                  "token",
                  "https://boards.greenhouse.io/{1}/jobs/{2}"),
              AddressForm.path(
                  "api.lever.co",
                  "/v0/postings/" + SLUG + "/" + UUID,
                  "https://jobs.lever.co/{1}/{2}"),
              AddressForm.path(
                  "api.eu.lever.co",
                  "/v0/postings/" + SLUG + "/" + UUID,
                  "https://jobs.eu.lever.co/{1}/{2}"),
              AddressForm.path(
                  "lever.co", "/" + SLUG + "/" + UUID + "(?:/.*)?", "https://{host}/{1}/{2}"),
              AddressForm.path(
                  "ashbyhq.com",
                  "/" + SLUG + "/" + UUID + "(?:/.*)?",
                  "https://jobs.ashbyhq.com/{1}/{2}"),
              AddressForm.path(
                  "apply.workable.com",
                  "/(?:[\\w-]+/)?j/([0-9A-Z]{6,20})(?:/.*)?",
                  "https://apply.workable.com/j/{1}"),
              AddressForm.path(
                  "workable.com",
                  "/(?:[\\w-]+/)?j/([0-9A-Z]{6,20})(?:/.*)?",
                  "https://apply.workable.com/j/{1}"),
              AddressForm.path(
                  "jobs.workable.com",
                  "/view/(\\w{10,40})(?:/.*)?",
                  "https://jobs.workable.com/view/{1}"),
              AddressForm.path(
                  "smartrecruiters.com",
                  "/(?:ni/)?" + SLUG + "/" + NUMBER + "(?:-[^/]*)?(?:/.*)?",
                  "https://jobs.smartrecruiters.com/{1}/{2}"),
              AddressForm.path(
                  "api.smartrecruiters.com",
                  "/v1/companies/" + SLUG + "/postings/" + NUMBER,
                  "https://jobs.smartrecruiters.com/{1}/{2}"),
              AddressForm.path(
                  "recruitee.com",
                  "(?:/l/[a-zA-Z-]+)?" + LANGUAGE + "/o/([^/]+)(?:/.*)?",
                  "https://{host}/o/{1}"),
              AddressForm.path(
                  "jobs.personio.*",
                  LANGUAGE + "/job/" + NUMBER + "(?:/.*)?",
                  "https://{host}/job/{1}"),
              AddressForm.path(
                  "teamtailor.com",
                  LANGUAGE + "/jobs/" + NUMBER + "(?:-[^/]*)?(?:/.*)?",
                  "https://{host}/jobs/{1}"),
              AddressForm.path(
                  "bamboohr.com", "/careers/" + NUMBER + "(?:/.*)?", "https://{host}/careers/{1}"),
              AddressForm.query("bamboohr.com", "id", NUMBER, "https://{host}/careers/{1}"),
              // Workday: the language before the site is the reader's
              AddressForm.path(
                  "myworkdayjobs.com",
                  "/wday/cxs/[^/]+/([\\w-]+)/(?:job|details)/(.+?)(?:/apply.*)?",
                  "https://{host}/{1}/job/{2}"),
              AddressForm.path(
                  "myworkdayjobs.com",
                  LANGUAGE + "/([\\w-]+)/(job|details)/(.+?)(?:/apply.*)?",
                  "https://{host}/{1}/{2}/{3}"),
              AddressForm.path(
                  "myworkdaysite.com",
                  LANGUAGE + "/recruiting/([\\w-]+)/([\\w-]+)/(job|details)/(.+?)(?:/apply.*)?",
                  "https://{host}/recruiting/{1}/{2}/{3}/{4}"),
              // A comment of a thread is the posting, not the thread
              AddressForm.query(
                  "news.ycombinator.com",
                  "#",
                  "(\\d{4,12})",
                  "https://news.ycombinator.com/item?id={1}"),
              AddressForm.query(
                  "news.ycombinator.com",
                  "id",
                  "(\\d{1,12})",
                  "https://news.ycombinator.com/item?id={1}"),
              AddressForm.path(
                  "ycombinator.com",
                  "/companies/[^/]+/jobs/[^/]+",
                  "https://www.ycombinator.com{path}"),
              AddressForm.path(
                  "remotive.*", "/remote-jobs/[^/]+/[^/]*\\d", "https://remotive.com{path}"),
              AddressForm.path(
                  "remoteok.*",
                  "/(?:remote-jobs|l)/(?:[^/]*-)?" + NUMBER,
                  "https://remoteok.com/remote-jobs/{1}"),
              AddressForm.path(
                  "arbeitnow.com",
                  "/(?:jobs/companies/[^/]+|view)/[^/]+",
                  "https://www.arbeitnow.com{path}"),
              AddressForm.path(
                  "himalayas.app", "/companies/[^/]+/jobs/[^/]+", "https://himalayas.app{path}"),
              AddressForm.path("jobicy.com", "/jobs/\\d[^/]*", "https://jobicy.com{path}"),
              AddressForm.path(
                  "weworkremotely.com",
                  "/(?:remote-jobs|listings)/[^/]+",
                  "https://weworkremotely.com{path}"),
              AddressForm.path("themuse.com", "/jobs/[^/]+/[^/]+", "https://www.themuse.com{path}"),
              AddressForm.path(
                  "usajobs.gov",
                  "(?i:/job|/getjob/viewdetails|/job/viewdetails)/" + NUMBER + "(?:/.*)?",
                  "https://www.usajobs.gov/job/{1}"),
              AddressForm.path("reed.co.uk", "/jobs/[^/]+/\\d+", "https://www.reed.co.uk{path}"),
              AddressForm.path(
                  "craigslist.org", "/.*?/" + NUMBER + "\\.html", "https://{host}{path}"),
              AddressForm.path(
                  "theladders.com", "/job/[^/]*\\d", "https://www.theladders.com{path}"),
              AddressForm.path(
                  "arbeitsagentur.de",
                  "/jobsuche/jobdetail/([\\w-]+)",
                  "https://www.arbeitsagentur.de/jobsuche/jobdetail/{1}"),
              AddressForm.query(
                  "arbeitsagentur.de",
                  "id",
                  "([\\w-]{6,60})",
                  "https://www.arbeitsagentur.de/jobsuche/jobdetail/{1}"),
              AddressForm.path(
                  "arbetsformedlingen.se",
                  "/platsbanken/annonser/" + NUMBER,
                  "https://arbetsformedlingen.se/platsbanken/annonser/{1}"),
              AddressForm.path(
                  "jobtechdev.se",
                  "/ad/" + NUMBER,
                  "https://arbetsformedlingen.se/platsbanken/annonser/{1}"))
          .stream()
          .collect(Collectors.groupingBy(AddressForm::label));

  private BoardAddresses() {}

  /** The kept form, if this is the address of one posting on a board known here. */
  static Optional<URI> plain(String host, String path, List<String> parameters) {
    for (String label : host.split("\\.", -1)) {
      for (AddressForm form : FORMS.getOrDefault(label, List.of())) {
        Optional<String> plain = form.plain(host, path, parameters);
        if (plain.isPresent()) {
          return plain.map(URI::create);
        }
      }
    }
    return Optional.empty();
  }
}

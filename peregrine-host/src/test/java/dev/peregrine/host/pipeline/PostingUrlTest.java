package dev.peregrine.host.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PostingUrlTest {

  @ParameterizedTest
  @CsvSource({
    // LinkedIn in all its forms
    "https://www.linkedin.com/jobs/view/4012345678, https://www.linkedin.com/jobs/view/4012345678/",
    "https://www.linkedin.com/comm/jobs/view/4012345678/?trackingId=x&refId=y, https://www.linkedin.com/jobs/view/4012345678/",
    "https://de.linkedin.com/jobs/view/ux-writer-at-acme-4012345678?trk=z, https://www.linkedin.com/jobs/view/4012345678/",
    "https://www.linkedin.com/jobs/search/?currentJobId=4012345678&keywords=writer, https://www.linkedin.com/jobs/view/4012345678/",
    "https://www.linkedin.com/jobs/collections/recommended/?currentJobId=4012345678, https://www.linkedin.com/jobs/view/4012345678/",
    "https://www.linkedin.com/jobs-guest/jobs/api/jobPosting/4012345678, https://www.linkedin.com/jobs/view/4012345678/",
    "https://www.linkedin.com/company/acme?trk=x, https://www.linkedin.com/company/acme",
    "https://notlinkedin.com/jobs/view/4012345678, https://notlinkedin.com/jobs/view/4012345678",
    "https://linkedin.com.evil.example/jobs/view/4012345678/, https://linkedin.com.evil.example/jobs/view/4012345678",
    // Indeed
    "https://de.indeed.com/rc/clk?jk=abcdef0123456789&from=vj&tk=1, https://de.indeed.com/viewjob?jk=abcdef0123456789",
    "https://www.indeed.com/jobs?q=writer&vjk=abcdef0123456789, https://www.indeed.com/viewjob?jk=abcdef0123456789",
    "https://indeed.example.com/viewjob?jk=abcdef0123456789&x=1, https://indeed.example.com/viewjob?jk=abcdef0123456789&x=1",
    // what only tracks goes, what names the posting stays
    "https://acme.com/jobs/7?utm_source=a&utm_anything=b&gclid=c&trk=d, https://acme.com/jobs/7",
    "https://boards.greenhouse.io/acme/jobs/7?gh_jid=7&gh_src=abc, https://boards.greenhouse.io/acme/jobs/7?gh_jid=7",
    "https://acme.com/jobs?id=7&UTM_Source=x&jl=9, https://acme.com/jobs?id=7&jl=9",
    "https://acme.com/jobs/7?source=LinkedIn&ref=newsletter, https://acme.com/jobs/7",
    "https://acme.com/jobs?ref=2024-117, https://acme.com/jobs?ref=2024-117",
    "https://jobs.lever.co/acme/1-2?lever-source=LinkedIn, https://jobs.lever.co/acme/1-2",
    // host, port, slash, anchor, session
    "HTTPS://Jobs.ACME.com:443/Jobs/7/, https://jobs.acme.com/Jobs/7",
    "http://acme.com:80/jobs/7#apply, http://acme.com/jobs/7",
    "http://127.0.0.1:8080/jobs/7/, http://127.0.0.1:8080/jobs/7",
    "https://acme.com, https://acme.com/",
    "https://acme.com./jobs/7?, https://acme.com/jobs/7",
    "https://acme.com/careers#/jobs/7, https://acme.com/careers#/jobs/7",
    "https://acme.com/careers#job-7, https://acme.com/careers#job-7",
    "'https://acme.com/jobs/7#:~:text=5%20years', https://acme.com/jobs/7",
    "https://acme.com/jobs/7;jsessionid=AB12?id=3, https://acme.com/jobs/7?id=3",
    "https://acme.com/a%20b?q=%C3%BC, https://acme.com/a%20b?q=%C3%BC",
  })
  void linksToOnePostingBecomeOneAddress(String link, String address) {
    assertThat(PostingUrl.canonical(URI.create(link))).hasToString(address);
    assertThat(PostingUrl.canonical(URI.create(address))).as("stays as it is").hasToString(address);
  }
}

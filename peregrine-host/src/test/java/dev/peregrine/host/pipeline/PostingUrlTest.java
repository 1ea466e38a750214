package dev.peregrine.host.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
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
    "https://boards.greenhouse.io/acme/jobs/7?gh_jid=7&gh_src=abc, https://boards.greenhouse.io/acme/jobs/7",
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // LinkedIn
        "https://www.linkedin.com/comm/jobs/view/4012345678/apply?refId=a | https://www.linkedin.com/jobs/view/4012345678/",
        "https://www.linkedin.com/m/jobs/view/4012345678 | https://www.linkedin.com/jobs/view/4012345678/",
        "https://www.linkedin.com/jobs/view/externalApply/4012345678?url=x | https://www.linkedin.com/jobs/view/4012345678/",
        "https://at.linkedin.com/jobs/view/ux-writer-m-w-d-at-acme-gmbh-4012345678?position=1&pageNum=0 | https://www.linkedin.com/jobs/view/4012345678/",
        "https://www.linkedin.com/authwall?trk=x&sessionRedirect=https%3A%2F%2Fde.linkedin.com%2Fjobs%2Fview%2Fwriter-at-acme-4012345678 | https://www.linkedin.com/jobs/view/4012345678/",
        "https://www.linkedin.com/login?session_redirect=https%3A%2F%2Fwww.linkedin.com%2Fjobs%2Fview%2F4012345678%2F&trk=y | https://www.linkedin.com/jobs/view/4012345678/",
        "https://www.linkedin.com/jobs/search/?currentJobId=none&keywords=a | https://www.linkedin.com/jobs/search?currentJobId=none&keywords=a",
        // Indeed
        "https://www.indeed.com/pagead/clk?mo=r&ad=-6NY&jk=abcdef0123456789&sjdu=z | https://www.indeed.com/viewjob?jk=abcdef0123456789",
        "https://www.indeed.com//applystart?jk=abcdef0123456789&spon=1 | https://www.indeed.com/viewjob?jk=abcdef0123456789",
        "https://indeed.com/viewjob?jk=abcdef0123456789 | https://www.indeed.com/viewjob?jk=abcdef0123456789",
        "https://www.indeed.fr/voir-emploi?jk=abcdef0123456789 | https://fr.indeed.com/viewjob?jk=abcdef0123456789",
        "https://www.indeed.co.uk/m/viewjob?jk=abcdef0123456789&from=serp | https://uk.indeed.com/viewjob?jk=abcdef0123456789",
        "https://uk.indeed.com/?vjk=abcdef0123456789 | https://uk.indeed.com/viewjob?jk=abcdef0123456789",
        "https://www.indeed.com/company/Acme-Inc/jobs/Writer-abcdef0123456789?fccid=1 | https://www.indeed.com/viewjob?jk=abcdef0123456789",
        // Glassdoor, ZipRecruiter
        "https://www.glassdoor.de/job-listing/writer-acme-JV_IC2622109_KO0,6_KE7,11.htm?jl=1009278981910&utm_source=x | https://www.glassdoor.de/job-listing/j?jl=1009278981910",
        "https://www.glassdoor.com/partner/jobListing.htm?pos=101&ao=1&jobListingId=1009278981910&src=GD | https://www.glassdoor.com/job-listing/j?jl=1009278981910",
        "https://www.glassdoor.com/job-listing/j?jl=1009278981910 | https://www.glassdoor.com/job-listing/j?jl=1009278981910",
        "https://www.ziprecruiter.com/jobs//j?lvk=AbC-d_12.3&zrclid=9 | https://www.ziprecruiter.com/jobs//j?lvk=AbC-d_12.3",
        "https://www.ziprecruiter.com/c/Acme/Job/Writer/-in-Austin,TX?jid=0a1b2c3d4e5f&tsid=8 | https://www.ziprecruiter.com/c/Acme/Job/Writer/-in-Austin,TX?jid=0a1b2c3d4e5f",
        "https://www.ziprecruiter.com/jobs/acme-1a2b3c4d/writer-9f8e7d6c?zrclid=1 | https://www.ziprecruiter.com/jobs/acme-1a2b3c4d/writer-9f8e7d6c",
        // Naukri, Bayt, BDJobs
        "https://www.naukri.com/job-listings-writer-acme-pune-2-to-5-years-010125012345?src=jobsearchDesk&sid=17 | https://www.naukri.com/job-listings-writer-acme-pune-2-to-5-years-010125012345",
        "https://www.bayt.com/en/uae/jobs/content-writer-5123456/?utm_medium=x&city=1 | https://www.bayt.com/en/uae/jobs/content-writer-5123456/",
        "https://jobs.bdjobs.com/jobdetails.asp?id=1234567&fcatId=8&ln=1 | https://bdjobs.com/h/details/1234567",
        "https://jobs.bdjobs.com/jobdetails/?id=1234567&ln=2 | https://bdjobs.com/h/details/1234567",
        "https://bdjobs.com/h/details/1234567?ln=1 | https://bdjobs.com/h/details/1234567",
        // Google
        "https://www.google.com/search?q=writer+jobs&ibp=htl;jobs&sa=X#fpstate=tldetail&htivrt=jobs&htidocid=Ab_c-9%3D%3D | https://www.google.com/search?ibp=htl;jobs&q=jobs#htidocid=Ab_c-9%3D%3D",
        "https://www.google.de/search?ibp=htl;jobs&q=writer&htidocid=Ab_c-9%3D%3D&hl=de | https://www.google.com/search?ibp=htl;jobs&q=jobs#htidocid=Ab_c-9%3D%3D",
        "https://www.google.com/search?q=writer&udm=8#vhid=vt%3D20/docid%3DAb_c-9&vssid=jobs | https://www.google.com/search?ibp=htl;jobs&q=jobs#htidocid=Ab_c-9",
        "https://www.google.com/url?sa=t&url=https%3A%2F%2Facme.com%2Fjobs%2F7%3Futm_source%3Dg&ved=1 | https://acme.com/jobs/7",
        // Adzuna, Jooble
        "https://www.adzuna.de/land/ad/4912345678?se=abc&utm_medium=api&utm_source=0a1b2c3d&v=F00 | https://www.adzuna.de/details/4912345678",
        "https://www.adzuna.co.uk/jobs/details/4912345678?utm_source=0a1b2c3d | https://www.adzuna.co.uk/details/4912345678",
        "https://de.jooble.org/away/-8199415145248694944?ckey=writer&pos=1&sid=9 | https://de.jooble.org/desc/-8199415145248694944",
        "https://jooble.org/jdp/707740129969445249?rgn=-1 | https://jooble.org/desc/707740129969445249",
        // Greenhouse
        "https://job-boards.greenhouse.io/acme/jobs/4012345002?gh_src=x | https://boards.greenhouse.io/acme/jobs/4012345002",
        "https://boards.greenhouse.io/embed/job_app?for=acme&token=4012345002&b=https%3A%2F%2Facme.com | https://boards.greenhouse.io/acme/jobs/4012345002",
        "https://boards.greenhouse.io/embed/job_app?token=4012345002&for=acme | https://boards.greenhouse.io/acme/jobs/4012345002",
        "https://boards-api.greenhouse.io/v1/boards/acme/jobs/4012345002?questions=true | https://boards.greenhouse.io/acme/jobs/4012345002",
        "https://job-boards.eu.greenhouse.io/acme/jobs/4012345101 | https://boards.eu.greenhouse.io/acme/jobs/4012345101",
        "https://acme.com/careers/?gh_jid=4012345002&gh_src=x | https://acme.com/careers?gh_jid=4012345002",
        // Lever, Ashby, Workable
        "https://jobs.lever.co/acme/A24ec4e5-5caa-473d-abd4-b71f09a8167b/apply?lever-origin=applied | https://jobs.lever.co/acme/A24ec4e5-5caa-473d-abd4-b71f09a8167b",
        "https://api.lever.co/v0/postings/acme/a24ec4e5-5caa-473d-abd4-b71f09a8167b | https://jobs.lever.co/acme/a24ec4e5-5caa-473d-abd4-b71f09a8167b",
        "https://jobs.eu.lever.co/acme/a24ec4e5-5caa-473d-abd4-b71f09a8167b/thanks | https://jobs.eu.lever.co/acme/a24ec4e5-5caa-473d-abd4-b71f09a8167b",
        "https://jobs.ashbyhq.com/Acme/558f18ed-c98c-4928-aa2b-2f9e297eea42/application?utm_source=x | https://jobs.ashbyhq.com/Acme/558f18ed-c98c-4928-aa2b-2f9e297eea42",
        "https://acme.com/jobs?ashby_jid=558f18ed-c98c-4928-aa2b-2f9e297eea42 | https://acme.com/jobs?ashby_jid=558f18ed-c98c-4928-aa2b-2f9e297eea42",
        "https://apply.workable.com/acme/j/74172297A5/apply/ | https://apply.workable.com/j/74172297A5",
        "https://acme.workable.com/j/74172297A5?viewed=true | https://apply.workable.com/j/74172297A5",
        "https://jobs.workable.com/view/aBcD1234efGH/remote-writer-at-acme | https://jobs.workable.com/view/aBcD1234efGH",
        // SmartRecruiters, Recruitee, Personio, Teamtailor
        "https://jobs.smartrecruiters.com/AcmeGroup/744000135080134-facilities-engineer?oga=true | https://jobs.smartrecruiters.com/AcmeGroup/744000135080134",
        "https://api.smartrecruiters.com/v1/companies/AcmeGroup/postings/744000135080134 | https://jobs.smartrecruiters.com/AcmeGroup/744000135080134",
        "https://careers.smartrecruiters.com/AcmeGroup/744000135080134-x?trid=1 | https://jobs.smartrecruiters.com/AcmeGroup/744000135080134",
        "https://acme.recruitee.com/o/ux-writer/c/new?source=LinkedIn | https://acme.recruitee.com/o/ux-writer",
        "https://acme.recruitee.com/l/de/o/ux-writer | https://acme.recruitee.com/o/ux-writer",
        "https://acme.jobs.personio.de/job/1234567?language=de&display=en#apply | https://acme.jobs.personio.de/job/1234567",
        "https://acme.jobs.personio.com/job/1234567/apply | https://acme.jobs.personio.com/job/1234567",
        "https://acme.teamtailor.com/en-GB/jobs/7167985-account-executive/applications/new | https://acme.teamtailor.com/jobs/7167985",
        "https://acme.na.teamtailor.com/jobs/7167985-account-executive?promotion=5 | https://acme.na.teamtailor.com/jobs/7167985",
        // BambooHR, Workday
        "https://acme.bamboohr.com/careers/117/detail | https://acme.bamboohr.com/careers/117",
        "https://acme.bamboohr.com/jobs/view.php?id=117&source=indeed | https://acme.bamboohr.com/careers/117",
        "https://acme.wd3.myworkdayjobs.com/en-US/Acme_Careers/job/Hobart/Writer_JR-7309/apply/autofillWithResume | https://acme.wd3.myworkdayjobs.com/Acme_Careers/job/Hobart/Writer_JR-7309",
        "https://acme.wd3.myworkdayjobs.com/de-DE/Acme_Careers/details/Writer_JR-7309?locations=1 | https://acme.wd3.myworkdayjobs.com/Acme_Careers/details/Writer_JR-7309",
        "https://acme.wd3.myworkdayjobs.com/wday/cxs/acme/Acme_Careers/job/Hobart/Writer_JR-7309 | https://acme.wd3.myworkdayjobs.com/Acme_Careers/job/Hobart/Writer_JR-7309",
        "https://wd5.myworkdaysite.com/en-US/recruiting/acme/Careers/job/Berlin/Writer_R1 | https://wd5.myworkdaysite.com/recruiting/acme/Careers/job/Berlin/Writer_R1",
        // Hacker News and public feeds
        "https://news.ycombinator.com/item?id=44159528&p=2 | https://news.ycombinator.com/item?id=44159528",
        "https://news.ycombinator.com/item?id=44159528#44160001 | https://news.ycombinator.com/item?id=44160001",
        "https://remotive.io/remote-jobs/design/senior-designer-2091081?utm_source=api | https://remotive.com/remote-jobs/design/senior-designer-2091081",
        "https://remoteOK.com/remote-jobs/remote-senior-engineer-acme-1093123?utm_source=a | https://remoteok.com/remote-jobs/1093123",
        "https://remoteok.io/l/1093123 | https://remoteok.com/remote-jobs/1093123",
        "https://www.arbeitnow.com/jobs/companies/acme-gmbh/writer-berlin-308023?ref=feed | https://www.arbeitnow.com/jobs/companies/acme-gmbh/writer-berlin-308023",
        "https://himalayas.app/companies/acme/jobs/writer/?utm_campaign=x | https://himalayas.app/companies/acme/jobs/writer",
        "https://jobicy.com/jobs/150796-senior-engineer?x=1 | https://jobicy.com/jobs/150796-senior-engineer",
        "https://weworkremotely.com/remote-jobs/acme-senior-writer?y=2 | https://weworkremotely.com/remote-jobs/acme-senior-writer",
        "https://www.themuse.com/jobs/acme/writer-4e1624?utm_source=api | https://www.themuse.com/jobs/acme/writer-4e1624",
        "https://www.usajobs.gov:443/GetJob/ViewDetails/437787500?PostingChannelID=RESTAPI | https://www.usajobs.gov/job/437787500",
        "https://www.reed.co.uk/jobs/barista/55408326?source=searchResults&filter=%2fjobs | https://www.reed.co.uk/jobs/barista/55408326",
        "https://milwaukee.craigslist.org/wri/d/milwaukee-copy-writer/7936415958.html?lang=de | https://milwaukee.craigslist.org/wri/d/milwaukee-copy-writer/7936415958.html",
        "https://www.theladders.com/job/writer-acme-austin_85123456?ir=1 | https://www.theladders.com/job/writer-acme-austin_85123456",
        "https://www.arbeitsagentur.de/jobsuche/suche?was=Texter&id=10000-1191234567-S | https://www.arbeitsagentur.de/jobsuche/jobdetail/10000-1191234567-S",
        "https://arbetsformedlingen.se/platsbanken/annonser/28812345?ref=mail | https://arbetsformedlingen.se/platsbanken/annonser/28812345",
        "https://jobsearch.api.jobtechdev.se/ad/28812345 | https://arbetsformedlingen.se/platsbanken/annonser/28812345",
        // wrapped, for phones, in another order
        "https://www.google.com/amp/s/acme.com/jobs/7/amp | https://acme.com/jobs/7",
        "https://acme-com.cdn.ampproject.org/c/s/acme.com/jobs/7 | https://acme.com/jobs/7",
        "https://acme.com/jobs/7/?amp=1 | https://acme.com/jobs/7",
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Facme.com%2Fjobs%2F7&data=05 | https://acme.com/jobs/7",
        "https://urldefense.com/v3/__https://acme.com/jobs/7__;!!abc | https://acme.com/jobs/7",
        "https://acme.com/jobs?lang=de&id=7&rx_source=x&mtm_campaign=y | https://acme.com/jobs?id=7&lang=de",
        "https://www.google.com/url?url=javascript%3Aalert(1) | https://www.google.com/url?url=javascript%3Aalert(1)",
        "https://notindeed.com/viewjob?jk=abcdef0123456789&b=1 | https://notindeed.com/viewjob?b=1&jk=abcdef0123456789",
        "https://greenhouse.io.evil.example/acme/jobs/7/ | https://greenhouse.io.evil.example/acme/jobs/7",
      })
  void eachBoardsFormsOfOnePostingBecomeOneAddress(String link, String address) {
    linksToOnePostingBecomeOneAddress(link, address);
  }

  @Test
  void anAddressOfOnePostingIsToldFromThatOfAList() {
    assertThat(isOfOne("https://acme.wd3.myworkdayjobs.com/Careers/job/Hobart/Writer_R1/apply"))
        .isTrue();
    assertThat(isOfOne("https://apply.workable.com/acme/j/74172297A5/")).isTrue();
    assertThat(isOfOne("https://apply.workable.com/acme/")).isFalse();
    assertThat(isOfOne("https://jobs.lever.co/acme")).isFalse();
    assertThat(isOfOne("https://acme.com/careers")).isFalse();
    assertThat(isOfOne("mailto:jobs@acme.com")).isFalse();
  }

  private static boolean isOfOne(String address) {
    return PostingUrl.isOfOnePosting(URI.create(address));
  }
}

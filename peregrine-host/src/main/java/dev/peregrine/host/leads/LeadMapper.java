package dev.peregrine.host.leads;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

interface LeadMapper {

  @Insert("INSERT OR IGNORE INTO mail_leads (mail, job) VALUES (#{mail}, #{job})")
  void add(@Param("mail") long mail, @Param("job") long job);

  /** The posting that came of one of some mails. */
  @Select(
      """
      SELECT job FROM mail_leads WHERE mail IN (SELECT value FROM json_each(#{mails}))
      ORDER BY mail LIMIT 1
      """)
  Optional<Long> ofMails(@Param("mails") String mails);

  /** The mails of which a job came, the first one first. */
  @Select("SELECT mail FROM mail_leads WHERE job = #{job} ORDER BY mail")
  List<Long> ofJob(@Param("job") long job);

  @Select("SELECT mail FROM mail_leads WHERE job IN (SELECT value FROM json_each(#{jobs}))")
  List<Long> ofJobs(@Param("jobs") String jobs);
}

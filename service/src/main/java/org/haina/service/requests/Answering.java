package org.haina.service.requests;

import org.haina.service.cases.Cases;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is answered in words: by a clerk what somebody asks, by a supervisor what somebody complains of. */
@Configuration(proxyBeanMethods = false)
class Answering {

    @Bean
    AnswerTask answerQuestion(Cases cases) {
        return new AnswerTask("Task_AnswerQuestion", "请写答复", cases);
    }

    @Bean
    AnswerTask answerComplaint(Cases cases) {
        return new AnswerTask("Task_AnswerComplaint", "请写明查到什么、怎样处理", cases);
    }
}

package org.haina.service.doctor;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/** {@code ./haina doctor}: prints what was found and ends the process with 1 if that is anything. */
@Component
@ConditionalOnBooleanProperty("haina.doctor.run")
class DoctorRunner implements ApplicationRunner {

    private final Doctor doctor;
    private final DoctorSettings settings;
    private final ConfigurableApplicationContext context;

    DoctorRunner(Doctor doctor, DoctorSettings settings, ConfigurableApplicationContext context) {
        this.doctor = doctor;
        this.settings = settings;
        this.context = context;
    }

    @Override
    @SuppressWarnings("SystemExitOutsideMain") // the exit code is the answer
    public void run(ApplicationArguments arguments) {
        Diagnosis diagnosis = settings.item() == null
                ? doctor.examine(settings.items())
                : doctor.examine(settings.item(), settings.items());
        diagnosis.lines().forEach(System.out::println);
        System.exit(SpringApplication.exit(context, () -> diagnosis.isHealthy() ? 0 : 1));
    }
}

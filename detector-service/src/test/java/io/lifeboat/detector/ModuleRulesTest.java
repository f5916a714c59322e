package io.lifeboat.detector;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.UUID;

@AnalyzeClasses(packages = "io.lifeboat.detector", importOptions = DoNotIncludeTests.class)
class ModuleRulesTest {
    @ArchTest
    static final ArchRule DECIDERS_DO_NOT_SPEAK = noClasses()
            .that()
            .resideInAPackage("io.lifeboat.detector.incident.decide..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "org.eclipse.microprofile.reactive.messaging..",
                    "io.smallrye..",
                    "io.vertx..",
                    "io.lifeboat.saga.kafka..",
                    "java.net.http..")
            .because("a decision is a function of the folded log: what it wants appended, it returns");

    @ArchTest
    static final ArchRule DECIDERS_TAKE_THE_TIME_GIVEN = noClasses()
            .that()
            .resideInAPackage("io.lifeboat.detector.incident.decide..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .because("a decision made again from the same log and time must be the same one");
}

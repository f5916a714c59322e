package io.lifeboat.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.lifeboat.events", importOptions = DoNotIncludeTests.class)
class ModuleRulesTest {
    @ArchTest
    static final ArchRule NO_FRAMEWORK = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..", "jakarta..", "org.eclipse.microprofile..", "io.smallrye..", "io.vertx..")
            .because("the contract outlives any framework, and the simulator runs it without one");

    @ArchTest
    static final ArchRule NO_CLIENT = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "java.net..", "java.net.http..", "java.sql..")
            .because("events say what is true, not how it is carried");

    @ArchTest
    static final ArchRule NO_OTHER_MODULE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.lifeboat.events..", "java..", "com.fasterxml.jackson..", "org.jspecify..", "org.pcollections..")
            .because("every module depends on this one");

    @ArchTest
    static final ArchRule PURE_FOLDS = noClasses()
            .that()
            .resideInAPackage("io.lifeboat.events.fold..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio..", "java.util.concurrent..", "java.util.random..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.Random.class)
            .because("the same records must give the same state, whoever folds them and whenever");
}

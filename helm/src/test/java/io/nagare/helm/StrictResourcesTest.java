package io.nagare.helm;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chart's tests are worth something only if a misspelt field is seen wherever it stands. */
class StrictResourcesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiVersion: apps/v1, kind: Deployment, wrong: 1}",
        "{apiVersion: apps/v1, kind: Deployment, metadata: {wrong: 1}}",
        "{apiVersion: apps/v1, kind: Deployment, spec: {template: {spec: {containers: [{wrong:"
            + " 1}]}}}}",
        "{apiVersion: v1, kind: Service, spec: {ports: [{wrong: 1}]}}",
        "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, spec: {ingress: [{from: [{wrong:"
            + " 1}]}]}}",
        "{apiVersion: flink.apache.org/v1beta1, kind: FlinkDeployment, spec: {wrong: 1}}",
        "{apiVersion: flink.apache.org/v1beta1, kind: FlinkDeployment, spec: {job: {wrong: 1}}}",
        "{apiVersion: flink.apache.org/v1beta1, kind: FlinkDeployment, spec: {podTemplate: {spec:"
            + " {wrong: 1}}}}",
        "{apiVersion: kafka.strimzi.io/v1, kind: Kafka, spec: {kafka: {wrong: 1}}}",
        "{apiVersion: kafka.strimzi.io/v1, kind: KafkaNodePool, spec: {storage: {type: jbod, wrong:"
            + " 1}}}",
        "{apiVersion: kafka.strimzi.io/v1, kind: KafkaTopic, spec: {wrong: 1}}",
      })
  void refusesAFieldThatTheTypeDoesNotHave(String manifest) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> StrictResources.of(manifest))
        .withMessageContaining("wrong");
  }
}

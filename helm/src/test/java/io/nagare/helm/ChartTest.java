package io.nagare.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.kubernetes.operator.api.FlinkDeployment;
import org.apache.flink.kubernetes.operator.api.spec.FlinkVersion;
import org.apache.flink.kubernetes.operator.api.spec.UpgradeMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTest {
  private static final Path CHART = Path.of("nagare").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void passesTheStrictLint() {
    LintResult result = new Helm(CHART).lint().strict().call();

    assertThat(result.getMessages()).noneMatch(message -> message.contains("[ERROR]"));
    assertThat(result.isFailed()).isFalse();
  }

  @Test
  void rendersOnlyFieldsThatKubernetesStrimziAndFlinkKnow() throws IOException {
    StrictResources resources = StrictResources.of(template().call());

    assertThat(resources.all())
        .extracting(resource -> resource.getKind() + " " + resource.getMetadata().getName())
        .contains(
            "Deployment demo-bridge",
            "Service demo-bridge",
            "Deployment demo-portal",
            "Service demo-portal",
            "FlinkDeployment demo-pipeline",
            "Kafka demo-kafka",
            "KafkaNodePool demo-broker",
            "ConfigMap demo-settings",
            "PersistentVolumeClaim demo-warehouse",
            "NetworkPolicy demo-pipeline")
        .doesNotHaveDuplicates();
  }

  @Test
  void rendersEveryOptionOnlyWithKnownFields() throws IOException {
    StrictResources resources =
        StrictResources.of(
            template(
                """
                mqtt:
                  server: ssl://broker.example:8883
                  user: bridge
                  passwordSecret: {name: mqtt-user, key: password}
                kafka: {storage: {size: 5Gi, class: fast}}
                catalog: {passwordSecret: catalog-password}
                warehouse: {class: shared, size: 1Ti}
                portal: {allowedFrom: [{namespaceSelector: {matchLabels: {team: data}}}]}
                pipeline: {flinkConfiguration: {rest.port: "8081"}}
                profiles:
                  soil-probe.yaml: |
                    id: farm/soil-probe
                    version: 1
                """));

    assertThat(resources.one(ConfigMap.class, "demo-profiles").getData())
        .containsKey("soil-probe.yaml");
    assertThat(container(resources, "demo-bridge").getEnv())
        .filteredOn(variable -> variable.getName().equals("NAGARE_MQTT_PASSWORD"))
        .singleElement()
        .extracting(variable -> variable.getValueFrom().getSecretKeyRef().getName())
        .isEqualTo("mqtt-user");
    assertThat(container(resources, "demo-portal").getEnv())
        .anyMatch(variable -> variable.getName().equals("PGPASSFILE"));
    assertThat(resources.one(PersistentVolumeClaim.class, "demo-warehouse").getSpec())
        .satisfies(claim -> assertThat(claim.getStorageClassName()).isEqualTo("shared"))
        .satisfies(claim -> assertThat(claim.getAccessModes()).containsExactly("ReadWriteMany"));
  }

  @Test
  void tellsTheOperatorAFlinkVersionThatItsCrdAccepts() throws IOException {
    FlinkDeployment pipeline =
        StrictResources.of(template().call()).one(FlinkDeployment.class, "demo-pipeline");

    assertThat(pipeline.getSpec().getFlinkVersion()).isEqualTo(FlinkVersion.v1_20);
    assertThat(pipeline.getSpec().getJob().getEntryClass())
        .isEqualTo("io.nagare.pipeline.PipelineApp");
    assertThat(pipeline.getSpec().getJob().getUpgradeMode()).isEqualTo(UpgradeMode.LAST_STATE);
    assertThat(pipeline.getSpec().getFlinkConfiguration())
        .containsEntry("pipeline.generic-types", "false")
        .containsEntry("pipeline.auto-generate-uids", "false")
        .containsEntry("pipeline.max-parallelism", "128")
        .containsEntry("taskmanager.numberOfTaskSlots", "2")
        .allSatisfy((key, value) -> assertThat(value).isNotBlank());
  }

  @Test
  void rendersForAnOperatorThatKnowsFlink2() {
    assertThat(template().set("pipeline.flinkVersion", "v2_2").call())
        .contains("flinkVersion: v2_2");
  }

  @Test
  void runsAsNobodyWithRequestsAndProbes() throws IOException {
    StrictResources resources = StrictResources.of(template().call());

    assertThat(resources.all(Deployment.class)).hasSize(2);
    for (Deployment deployment : resources.all(Deployment.class)) {
      PodSpec pod = deployment.getSpec().getTemplate().getSpec();
      assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
      assertThat(pod.getAutomountServiceAccountToken()).isFalse();
      for (Container container : pod.getContainers()) {
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getSecurityContext().getCapabilities().getDrop())
            .containsExactly("ALL");
        assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
        assertThat(container.getLivenessProbe()).isNotNull();
        assertThat(container.getReadinessProbe()).isNotNull();
      }
    }
  }

  @Test
  void keepsOneBridgeWithoutOverlap() throws IOException {
    Deployment bridge = StrictResources.of(template().call()).one(Deployment.class, "demo-bridge");

    assertThat(bridge.getSpec().getReplicas()).isEqualTo(1);
    assertThat(bridge.getSpec().getStrategy().getType()).isEqualTo("Recreate");
    assertThat(bridge.getSpec().getTemplate().getSpec().getContainers().get(0).getArgs())
        .contains("--mqtt=$(MQTT_SERVER)", "--host-id=nagare", "--status-port=8089");
  }

  @Test
  void letsTheClusterReachThePortal() throws IOException {
    StrictResources resources = StrictResources.of(template().call());

    assertThat(container(resources, "demo-portal").getArgs())
        .startsWith("serve")
        .contains("--host=0.0.0.0", "--warehouse=/nagare/warehouse");
  }

  @Test
  void everyServiceAndPolicyFindsItsPods() throws IOException {
    StrictResources resources = StrictResources.of(template().call());

    for (Service service : resources.all(Service.class)) {
      Deployment target = resources.one(Deployment.class, service.getMetadata().getName());
      assertThat(target.getSpec().getTemplate().getMetadata().getLabels())
          .containsAllEntriesOf(service.getSpec().getSelector());
    }
    assertThat(resources.all(NetworkPolicy.class)).hasSize(3);
    assertThat(
            resources
                .one(FlinkDeployment.class, "demo-pipeline")
                .getSpec()
                .getPodTemplate()
                .getMetadata()
                .getLabels())
        .containsAllEntriesOf(
            resources
                .one(NetworkPolicy.class, "demo-pipeline")
                .getSpec()
                .getPodSelector()
                .getMatchLabels());
  }

  @Test
  void makesTheTopicsOfTheProduct() throws IOException {
    List<KafkaTopic> topics = StrictResources.of(template().call()).all(KafkaTopic.class);

    assertThat(topics)
        .extracting(topic -> topic.getMetadata().getName())
        .containsExactlyInAnyOrder("sparkplug.raw", "readings", "rejected", "live.readings");
    assertThat(topics)
        .allSatisfy(topic -> assertThat(topic.getSpec().getPartitions()).isEqualTo(4))
        .allSatisfy(topic -> assertThat(topic.getSpec().getReplicas()).isEqualTo(3));
    assertThat(topics)
        .filteredOn(topic -> topic.getMetadata().getName().equals("sparkplug.raw"))
        .allSatisfy(
            topic ->
                assertThat(topic.getSpec().getConfig())
                    .containsEntry("max.message.bytes", "16777216")
                    .containsEntry("min.insync.replicas", 2));
  }

  @Test
  void usesSomebodyElsesKafka() throws IOException {
    StrictResources resources =
        StrictResources.of(
            template("kafka: {enabled: false, bootstrapServers: \"kafka.data:9092\"}"));

    assertThat(resources.all(Kafka.class)).isEmpty();
    assertThat(resources.all(KafkaTopic.class)).isEmpty();
    assertThat(resources.one(ConfigMap.class, "demo-settings").getData())
        .containsEntry("KAFKA_SERVERS", "kafka.data:9092");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mqtt.server              | broker:1883  | /mqtt/server
          bridge.hostId            | a/b          | /bridge/hostId
          bridge.image.pullPolicy  | Sometimes    | /bridge/image/pullPolicy
          pipeline.flinkVersion    | 2.2          | /pipeline/flinkVersion
          pipeline.parallelism     | 0            | /pipeline/parallelism
          catalog.uri              | http://x     | /catalog/uri
          warehouse.size           | much         | /warehouse/size
          kafka.enabled            | false        | /kafka/bootstrapServers
          portal.replicaCount      | 2            | replicaCount
          mqtt.user                | somebody     | /mqtt/passwordSecret/name
          """)
  void refusesAWrongValueAndNamesIt(String value, String wrong, String named) {
    TemplateCommand command = template().set(value, wrong);

    assertThatThrownBy(command::call)
        .satisfies(
            refusal ->
                assertThat(String.valueOf(refusal.getMessage()).replace('.', '/'))
                    .contains("values don't meet")
                    .contains(named.startsWith("/") ? named.substring(1) : named));
  }

  private static Container container(StrictResources resources, String deployment) {
    return resources
        .one(Deployment.class, deployment)
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .get(0);
  }

  private static TemplateCommand template() {
    return new Helm(CHART)
        .template()
        .withName("demo")
        .withNamespace("nagare")
        .withKubeVersion("1.31.0");
  }

  private String template(String values) throws IOException {
    Path file = Files.writeString(folder.resolve("values.yaml"), values);
    return template().withValuesFile(file).call();
  }
}

#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <map>

#include "core/base/error.h"
#include "core/model/model_locations.h"
#include "core/reading/reader.h"
#include "tests/support/suite.h"
#include "ui/state/panel_kind.h"
#include "ui/state/samples.h"

using namespace headlight;

namespace {

std::filesystem::path write(const QTemporaryDir& folder, const std::string& text) {
  const std::filesystem::path file = folder.filePath("samples.json").toStdString();
  std::ofstream(file) << text;
  return file;
}

/// How the things of the samples' pictures are painted.
const std::map<std::string, std::array<std::uint8_t, 3>> kPaints = {
    {"red", {214, 40, 40}},  {"purple", {112, 48, 160}}, {"green", {34, 139, 70}},
    {"blue", {38, 92, 214}}, {"yellow", {250, 208, 30}}, {"orange", {245, 130, 32}}};

/// Whether a part of a picture shows a bit of what is painted so.
bool shows(const RgbImage& image, const PictureBox& box, const std::array<std::uint8_t, 3>& paint) {
  const auto pixel = [](float at, Index size) {
    return static_cast<Index>(std::lround(at * static_cast<float>(size)));
  };
  for (Index y = pixel(box[1], image.height); y < pixel(box[3], image.height); ++y)
    for (Index x = pixel(box[0], image.width); x < pixel(box[2], image.width); ++x)
      if (std::equal(paint.begin(), paint.end(), &image.bytes[static_cast<std::size_t>(3 * (y * image.width + x))]))
        return true;
  return false;
}

}  // namespace

class TestSamples : public QObject {
  Q_OBJECT
 private slots:
  void readsAllFields() {
    const QTemporaryDir folder;
    const auto samples = readSamples(
        write(folder,
              R"([{"title": "A", "shows": "B", "text": "C", "pair": "D", "model": "bert", "layer": 2, "head": 5},
            {"title": "E", "text": "F", "model": "gpt", "layer": 0, "head": 1, "attention": "cross", "picture": "G.png",
             "written": "H", "token": 3}])"));
    QCOMPARE(samples.size(), std::size_t(2));
    QVERIFY(!samples[0].cross && samples[1].cross);
    QCOMPARE(samples[0].title, std::string("A"));
    QCOMPARE(samples[0].shows, std::string("B"));
    QCOMPARE(samples[0].text, std::string("C"));
    QCOMPARE(samples[0].pair, std::optional<std::string>("D"));
    QVERIFY(samples[0].head == (HeadId{2, 5}));
    QVERIFY(!samples[1].pair);
    QVERIFY(samples[0].picture.empty() && samples[0].written.empty() && !samples[0].token);
    QCOMPARE(samples[1].picture, std::filesystem::path(folder.filePath("G.png").toStdString()));
    QCOMPARE(samples[1].written, std::string("H"));
    QCOMPARE(samples[1].token, std::optional<Index>(3));
  }

  void namesTheFileAndTheEntryThatIsWrong() {
    const QTemporaryDir folder;
    const auto file =
        write(folder, R"([{"title": "A", "text": "C", "model": "gpt", "layer": 0, "head": 1}, {"title": 3}])");
    try {
      readSamples(file);
      QFAIL("expected an Error");
    } catch (const Error& error) {
      QVERIFY(QString(error.what()).contains("samples.json: sample 1"));
    }
    QVERIFY_THROWS_EXCEPTION(Error, readSamples(write(folder, "[")));
    QVERIFY_THROWS_EXCEPTION(
        Error,
        readSamples(write(
            folder, R"([{"title": "A", "text": "C", "model": "gpt", "layer": 0, "head": 1, "attention": "x"}])")));
    QVERIFY_THROWS_EXCEPTION(Error, readSamples(folder.filePath("none.json").toStdString()));
  }

  void theBuiltInOnesNameModelsThatAreThere() {
    const auto samples = builtInSamples();
    QVERIFY(samples.size() >= 4);
    for (const Sample& sample : samples) {
      QVERIFY(!sample.title.empty() && sample.text.empty() == !sample.picture.empty() && !sample.shows.empty());
      const WorkspaceState state = stateOf(sample, openingPanels());
      QVERIFY(std::filesystem::exists(state.model / "config.json"));
    }
    QVERIFY(std::any_of(samples.begin(), samples.end(), [](const Sample& sample) { return !sample.picture.empty(); }));
    const WorkspaceState opening = openingState();
    QCOMPARE(opening.model, builtInModels().front().folder);
    QCOMPARE(opening.panels.size(), std::size_t(2));
    QVERIFY(opening.panels[0].kind != opening.panels[1].kind);
  }

  /// A model that is opened alone shows a sample of its own; one that has none shows the opening sentence.
  void everyBuiltInModelOpensWithASampleOfItsOwn() {
    const auto samples = builtInSamples();
    for (const ModelLocation& model : builtInModels()) {
      const auto sample =
          std::find_if(samples.begin(), samples.end(), [&](const Sample& one) { return one.model == model.name; });
      const WorkspaceState state = openingState(model.folder);
      QVERIFY(std::filesystem::equivalent(state.model, model.folder));
      if (sample == samples.end()) {
        QCOMPARE(state.text, openingState().text);
        continue;
      }
      QCOMPARE(state.text, sample->text);
      QCOMPARE(state.pictures.empty(), sample->picture.empty());
    }
    QCOMPARE(openingState("elsewhere").text, openingState().text);
    QCOMPARE(openingState("elsewhere").model, std::filesystem::path("elsewhere"));
  }

  /// What a sample says that a model writes to a picture is what it writes, and head 1.0 looks at each thing as its
  /// shape is said.
  void picturesAreDescribedAsTheSamplesSay() {
    for (const Sample& sample : builtInSamples()) {
      if (sample.picture.empty()) continue;
      const WorkspaceState state = stateOf(sample, openingPanels());
      QCOMPARE(state.pictures.size(), std::size_t(1));
      QVERIFY(panelKind(state.panels.front().kind).has.image);
      const Source model = openModelSource(state.model);
      Input input{static_cast<const ImageInput&>(state.pictures.front())};
      input.writing.emplace().tokens = 20;
      const Reading reading = read(model, input);
      QVERIFY(reading.generation && reading.generation->end == Generation::StopReason::Eos);
      std::vector<std::int64_t> said;
      for (const GenerationStep& step : reading.generation->steps) said.push_back(step.chosen.id);
      QCOMPARE(model.tokenizer->decode(said, true), sample.written);
      said.pop_back();
      QVERIFY(*state.continuation == said);

      const std::vector<Token>& tokens = reading.maps->keyTokens();
      Index things = 0;
      for (Index row = 0; row + 1 < reading.maps->queries(); ++row) {
        const auto paint = kPaints.find(model.tokenizer->displayOf(tokens[static_cast<std::size_t>(row) + 1].id));
        if (paint == kPaints.end()) continue;
        ++things;
        const Matrix weights = reading.maps->weights({1, 0}, {row + 1, 0, 1, reading.maps->keys()});
        double share = 0;
        for (std::size_t key = 0; key < tokens.size(); ++key)
          if (const ImagePlace* place = tokens[key].imagePlace();
              place && shows(*state.pictures.front().image, place->box, paint->second))
            share += static_cast<double>(weights(0, static_cast<Index>(key)));
        QVERIFY2(share > 0.5,
                 qPrintable(QStringLiteral("%1: %2: %3")
                                .arg(QString::fromStdString(sample.title), QString::fromStdString(paint->first))
                                .arg(share)));
      }
      QCOMPARE(things, Index(2));
    }
  }

  /// A picture needs panels over pictures, a text others.
  void panelsSuitWhatIsRead() {
    Sample sample;
    for (const Sample& each : builtInSamples())
      if (!each.picture.empty()) sample = each;
    std::vector<PanelState> both = openingPanels();
    both.push_back(imagePanels().front());
    QCOMPARE(stateOf(sample, openingPanels()).panels.size(), imagePanels().size());
    QCOMPARE(stateOf(sample, both).panels.size(), std::size_t(1));
    sample.picture.clear();
    QCOMPARE(stateOf(sample, both).panels.size(), std::size_t(2));
    QCOMPARE(stateOf(sample, imagePanels()).panels.size(), openingPanels().size());
  }
};

HEADLIGHT_TEST(TestSamples)
#include "test_samples.moc"

#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <map>

#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/image/rgb_image.h"
#include "core/intervention/grammar.h"
#include "core/io/attention_export.h"
#include "core/io/stored_attention.h"
#include "core/model/model_locations.h"
#include "core/reading/draws.h"
#include "core/reading/input_tokens.h"
#include "core/reading/reader.h"
#include "tests/support/safetensors_file.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::testing::messageOf;
namespace fs = std::filesystem;

namespace {

const fs::path kModels = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/models";

/// A model that comes with the program, or one of the tests' own; opened once.
const Source& model(const char* name) {
  static std::map<std::string, Source> opened;
  const auto [at, added] = opened.try_emplace(name);
  if (added) at->second = openSource(fs::exists(kModels / name) ? kModels / name : findModel(name));
  return at->second;
}

std::vector<std::int64_t> idsOf(const Encoding& encoding) {
  std::vector<std::int64_t> ids;
  for (const Token& token : encoding.tokens) ids.push_back(token.id);
  return ids;
}

}  // namespace

class TestReading : public QObject {
  Q_OBJECT
 private slots:
  void everyKindOfInputIsWhatTheModelRuns() {
    const Source& gpt = model("gpt");
    const auto trace = gpt.model->run(gpt.tokenizer->encode("The cat sat"));
    const std::vector<std::int64_t> ids = idsOf(trace->encoding);
    const std::vector<std::int64_t> first(ids.begin(), ids.end() - 1), last(ids.end() - 1, ids.end());
    for (const Input& input :
         {Input{TextInput{"The cat sat"}}, Input{idsInput(ids)}, Input{idsInput(first), {}, last}}) {
      const Reading reading = read(gpt, input);
      QCOMPARE(idsOf(reading.trace->encoding), ids);
      QVERIFY(reading.trace->logits.all() == trace->logits.all());
      QVERIFY(reading.maps->weights({1, 2}) == TraceMaps(trace).weights({1, 2}));
      QVERIFY(reading.trace == reading.firstDraw && reading.others.empty() && !reading.generation);
      QCOMPARE(reading.written, static_cast<Index>(ids.size() - input.continuation.size()));
    }
    const Source& bert = model("bert");
    const Reading pair = read(bert, {TextInput{"one", "two"}}, {.logits = false});
    QCOMPARE(idsOf(pair.trace->encoding), idsOf(bert.tokenizer->encode("one", std::string_view("two"))));
    QCOMPARE(pair.trace->logits.size(), Index(0));
    QCOMPARE(pair.caption, std::string("one / two"));
    const Reading typed = read(model("bert-mlm"), {idsInput(std::vector<std::int64_t>{5, 6, 7}, {0, 0, 1})});
    QCOMPARE(typed.trace->encoding.tokens.back().typeId, std::int64_t(1));
    const Source& vit = model("vit");
    RgbImage grey{40, 30, std::vector<std::uint8_t>(3600, 90)};
    const Reading image = read(vit, {ImageInput{"/far/grey.png", std::make_shared<const RgbImage>(grey)}});
    QVERIFY(image.trace->logits.all() == vit.model->run(vit.images->encode(grey))->logits.all());
    QCOMPARE(image.caption, std::string("grey.png"));
    const PixelInput& pixels = *image.trace->pixels;
    const Reading prepared = read(
        vit, {PixelsInput{"a", {pixels.height, pixels.width}, std::make_shared<const Matrix>(pixels.values)}});
    QVERIFY(prepared.trace->logits.all() == image.trace->logits.all());
  }

  void aTranslatorHasATarget() {
    const Source& translator = model("translator");
    QVERIFY(translator.translates());
    const TextInput source{"The cat sleeps."};
    const auto targetIds = [&](const Input& input) { return idsOf(tokensOf(translator, input).last()); };
    QCOMPARE(targetIds({source}), idsOf(decoderStart(translator)));
    const std::vector<std::int64_t> ids = idsOf(targetEncoding(translator, "Die Katze"));
    QCOMPARE(targetIds({TextInput{source.text, "Die Katze"}}), ids);
    QCOMPARE(targetIds({source, Shared<std::string>("Die Katze")}), ids);
    QCOMPARE(targetIds({source, idsInput(ids)}), ids);
    QCOMPARE(targetIds({source, {}, {ids.begin() + 1, ids.end()}}), ids);
    const Reading reading = read(translator, {source, idsInput(ids)});
    QCOMPARE(reading.maps->queries(), static_cast<Index>(ids.size()));
    const auto& cross = reading.mapsOf(AttentionType::Cross);
    QCOMPARE(cross->queries(), static_cast<Index>(ids.size()));
    QCOMPARE(cross->keys(), reading.mapsOf(AttentionType::Encoder)->keys());
    QVERIFY(reading.mapsOf(AttentionType::Self) == reading.maps);
    QCOMPARE(messageOf<Error>([&] { tokensOf(translator, {TextInput{"a", "b"}, Shared<std::string>("b")}); }),
             std::string("decoder text: expected it once, found it also as the second text of a pair"));
  }

  void whatAModelWritesCanBeReadAgain() {
    for (const char* name : {"gpt", "translator"}) {
      const Source& source = model(name);
      Input input{TextInput{"The cat sat on the"}};
      input.writing = Writing{5, {}, 1, 1};
      std::size_t told = 0;
      ReadOptions options;
      options.alternatives = 3;
      options.onToken = [&](const Generation& generation) { told = generation.steps.size(); };
      const Reading written = read(source, input, options);
      QVERIFY(written.generation && !written.generation->steps.empty());
      QCOMPARE(told, written.generation->steps.size());
      QCOMPARE(written.generation->steps.front().top.size(), std::size_t(3));
      QCOMPARE(written.written, written.generation->first);
      input.writing.reset();
      for (const GenerationStep& step : written.generation->steps) input.continuation.push_back(step.chosen.id);
      const Reading again = read(source, input);
      QCOMPARE(idsOf(again.trace->encoding), idsOf(written.trace->encoding));
      QCOMPARE(again.written, written.written);
      QVERIFY((again.trace->logits.all() - written.trace->logits.all()).cwiseAbs().maxCoeff() < 1e-3F);
    }
  }

  void attentionFromAFileIsReadWhateverTheInput() {
    QTemporaryDir folder;
    const fs::path file = folder.filePath("far.npz").toStdString();
    const Reading run = read(model("gpt"), {TextInput{"The cat sat on the mat"}});
    exportAttention(file, run.trace, {});
    const Source far = openSource(file);
    QVERIFY(far.stored && !far.model && !far.tokenizer && !far.readsIds());
    QCOMPARE(far.name, std::string("far.npz"));
    QCOMPARE(far.info.layers, model("gpt").info.layers);
    ReadOptions options;
    options.interventions = {Uniform{}};
    QVERIFY(QString::fromStdString(messageOf<Error>([&] { read(far, {}, options); })).contains("no model to change"));
    options.lenient = true;
    const Reading reading = read(far, {TextInput{"whatever"}}, options);
    QVERIFY(reading.maps->weights({1, 2}) == run.maps->weights({1, 2}));
    QCOMPARE(reading.caption, std::string("The cat sat on the mat"));
    QVERIFY(!reading.trace && reading.others.empty());
    QCOMPARE(reading.misfits.size(), std::size_t(1));
    fs::resize_file(file, 600);
    QVERIFY_THROWS_EXCEPTION(Error, read(far, {}));
  }

  /// A lenient reading knows every attention of a model, as a run does.
  void changesOfATranslatorFitItsAttentions() {
    const Source& translator = model("translator");
    ReadOptions options;
    options.lenient = true;
    options.interventions =
        parseInterventions("ablate cross 0.0; uniform encoder 0.1; ablate encoder 99.0; mask key 1 in cross *.*");
    const Input input{TextInput{"The cat sleeps.", "Die Katze"}};
    const Reading reading = read(translator, input, options);
    QCOMPARE(reading.misfits.size(), std::size_t(1));
    QCOMPARE(reading.misfits.front().change, std::size_t(2));
    QVERIFY(reading.misfits.front().why.find("layer 99") != std::string::npos);
    QVERIFY(reading.mapsOf(AttentionType::Cross)->weights({0, 0}).isZero(0));
    const Matrix uniform = reading.mapsOf(AttentionType::Encoder)->weights({0, 1});
    QVERIFY(((uniform.array() - 1.0F / static_cast<float>(uniform.cols())).abs() < 1e-6F).all());
    options.interventions = parseInterventions("ablate encoder 0.0");
    const Reading decoder = read(model("gpt"), {TextInput{"a cat"}}, options);
    QVERIFY(decoder.misfits.front().why.find("encoder–decoder") != std::string::npos);
  }

  void whoTypesIsForgiven() {
    const Source& bert = model("bert");
    ReadOptions options;
    options.interventions = parseInterventions("ablate 0.0; ablate 99.0; temperature 2");
    QVERIFY(!messageOf<Error>([&] { read(bert, {TextInput{"a cat"}}, options); }).empty());
    QCOMPARE(messageOf<Error>([&] { read(bert, {TextInput{"  "}}); }),
             std::string("text: expected at least one token, found an empty text"));
    options.lenient = true;
    const Reading reading = read(bert, {TextInput{"  "}}, options);
    QCOMPARE(reading.maps->queries(), Index(2));
    QCOMPARE(reading.misfits.size(), std::size_t(1));
    QCOMPARE(reading.misfits.front().change, std::size_t(1));
    QCOMPARE(textOf(reading.interventions), textOf(parseInterventions("ablate 0.0; temperature 2")));
    RunOptions run;
    run.interventions = reading.interventions;
    const auto expected = bert.model->run(bert.tokenizer->encode("  "), run);
    QVERIFY(reading.trace->hiddenStates.back() == expected->hiddenStates.back());
  }

  void anotherTextIsReadOnce() {
    const Source& gpt = model("gpt");
    const auto changes =
        parseInterventions("patch output 0.0 from \"a dog\"; ablate 1.0 mean of \"a dog\"; ablate 1.1");
    const OtherRuns runs = runOtherTexts(changes, gpt);
    QCOMPARE(runs.size(), std::size_t(1));
    QVERIFY(runOtherTexts(changes, gpt, {}, runs).at("a dog").trace == runs.at("a dog").trace);
    QVERIFY(runs.at("a dog").trace->layers.size() == static_cast<std::size_t>(gpt.info.layers));
  }

  void whatAModelDoesNotReadIsAnError_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("message");
    QTest::newRow("a text for eyes") << "vit" << 0 << "model 'vit': expected an image, which it reads, found a text";
    QTest::newRow("ids for eyes") << "vit" << 1 << "expected an image, which it reads, found a text";
    QTest::newRow("an image for readers") << "gpt" << 2 << "expected a text, which it reads, found an image";
    QTest::newRow("no picture") << "vit" << 2 << "model 'vit': expected an image, which it reads, found none";
    QTest::newRow("no tokenizer") << "gpt2" << 0
                                  << "expected a tokenizer to read a text with, found none in the folder";
    QTest::newRow("no ids") << "gpt2" << 3 << "token ids: expected at least one id, found none";
    QTest::newRow("types") << "gpt2" << 4 << "token types: expected 1 numbers, one for each id, found 2";
    QTest::newRow("a target") << "gpt" << 5 << "decoder text: expected an encoder–decoder model, found 'gpt'";
  }
  void whatAModelDoesNotReadIsAnError() {
    QFETCH(QString, name);
    QFETCH(int, which);
    QFETCH(QString, message);
    const std::vector<Input> inputs = {{TextInput{"a cat"}},    {IdsInput{"1"}},
                                       {ImageInput{}},          {IdsInput{","}},
                                       {IdsInput{"1", {0, 1}}}, {TextInput{"a"}, Shared<std::string>("b")}};
    const std::string found =
        messageOf<Error>([&] { read(model(qPrintable(name)), inputs[static_cast<std::size_t>(which)]); });
    QVERIFY2(QString::fromStdString(found).contains(message), found.c_str());
  }

  void aSourceSaysWhatItReads() {
    QVERIFY(model("gpt2").readsIds() && !model("gpt").readsIds() && !model("vit").readsIds());
    QVERIFY(model("vit").readsImages() && !model("gpt").readsImages());
    QVERIFY_THROWS_EXCEPTION(Error, openSource("/nowhere"));
    QVERIFY_THROWS_EXCEPTION(Error, openStoredSource("/nowhere.npz"));
  }
};

HEADLIGHT_TEST(TestReading)
#include "test_reading.moc"

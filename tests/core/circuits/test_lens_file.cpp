#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <fstream>

#include "core/base/error.h"
#include "core/checkpoint/safetensors.h"
#include "core/circuits/lens/lens.h"
#include "core/circuits/lens/lens_file.h"
#include "tests/support/message_of.h"
#include "tests/support/named_tensor.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::test::shownMessageOf;
using headlight::test::tensorNamed;

namespace {

const std::filesystem::path kData = std::filesystem::path(HEADLIGHT_SOURCE_DIR) / "tests/data";

}  // namespace

/// Lenses that PyTorch wrote say of every layer what PyTorch makes of them (tests/data/circuits/lenses).
class TestLensFile : public QObject {
  Q_OBJECT

  std::shared_ptr<const Model> m_model;
  TensorTable m_expected;

 private slots:
  void initTestCase() {
    m_model = Model::open(kData / "models/gpt2");
    m_expected = readSafetensors(kData / "circuits/lenses/expected.safetensors");
  }

  void equalsPyTorch_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("place");
    QTest::newRow("tuned lens") << "tuned"
                                << "tuned";
    QTest::newRow("Jacobian lens") << "jacobian"
                                   << "jacobian.pt";
  }
  void equalsPyTorch() {
    QFETCH(QString, name);
    QFETCH(QString, place);
    Encoding text;
    for (const std::int64_t id : integersOf(m_expected.at("input_ids"), "input_ids"))
      text.tokens.emplace_back().id = id;
    AnalysisQuestion q{m_model, m_model->run(text)};
    q.settings.lens =
        std::make_shared<const LensFile>(LensFile::open(kData / "circuits/lenses" / place.toStdString(), *m_model));
    const Findings found = lens(q);
    const auto compare = [&](const std::string& tensor, double tolerance) {
      const NamedTensor& own = tensorNamed(found, "lens." + tensor);
      const StoredTensor& stored = m_expected.at(name.toStdString() + "." + tensor);
      Shape shape;
      for (const TensorAxis& axis : own.axes) shape.push_back(axis.size);
      QCOMPARE(QString::fromStdString(shapeText(shape)), QString::fromStdString(shapeText(stored.shape)));
      const std::vector<float> numbers = floatsOf(stored);
      double largest = 0;
      for (std::size_t i = 0; i < numbers.size(); ++i)
        largest = std::max(largest, std::abs(own.values[i] - static_cast<double>(numbers[i])));
      QVERIFY2(largest < tolerance, qPrintable(QString("%1: %2").arg(tensor.c_str()).arg(largest)));
    };
    compare("top_logprob", 2e-5);
    compare("entropy", 2e-5);
    compare("kl_to_end", 2e-5);
    QCOMPARE(tensorNamed(found, "lens.top").axes.front().labels.back(), std::string("end"));
    // The maps do something, and the end is the model's own.
    q.settings.lens = nullptr;
    const Findings plain = lens(q);
    const NamedTensor &mapped = tensorNamed(found, "lens.entropy"), &own = tensorNamed(plain, "lens.entropy");
    QVERIFY(std::abs(mapped({0, 6}) - own({name == "tuned" ? 0 : 2, 6})) > 1e-3);
    QVERIFY(std::abs(mapped({mapped.axes[0].size - 1, 6}) - own({own.axes[0].size - 1, 6})) < 1e-6);
  }

  void refusesWhatDoesNotFit() {
    const auto says = [&](const std::filesystem::path& place, const Model& model, const char* words) {
      const QString message = shownMessageOf([&] { LensFile::open(place, model); });
      QVERIFY2(message.contains(words), qPrintable(message));
    };
    says(kData / "circuits/lenses/none", *m_model, "found none");
    says(kData / "models/gpt2/model.safetensors", *m_model, "Jacobian lens");
    says(kData / "circuits/lenses/tuned", *Model::open(kData / "models/bloom"), "wide");
    says(kData / "circuits/lenses/tuned", *Model::open(kData / "models/albert-mlm"), "layers");
    const QTemporaryDir folder;
    const std::filesystem::path place = folder.path().toStdString();
    std::ofstream(place / "config.json") << R"({"lens_type": "other", "num_hidden_layers": 3})";
    says(place, *m_model, "lens_type");
    std::ofstream(place / "config.json") << R"({"num_hidden_layers": 3, "d_model": 32})";
    says(place, *m_model, "params.pt");
    std::filesystem::copy(kData / "circuits/lenses/jacobian.pt", place / "params.pt");
    says(place, *m_model, "params.pt': contains no tensors");
  }
};

HEADLIGHT_TEST(TestLensFile)
#include "test_lens_file.moc"

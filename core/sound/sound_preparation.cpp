#include "core/sound/sound_preparation.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numbers>
#include <optional>
#include <utility>

#include "core/base/error.h"
#include "core/checkpoint/config.h"
#include "core/checkpoint/preparation_settings.h"

namespace headlight {
namespace {

using Kind = SoundPreparation::Kind;
using Numbers = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr double kPi = std::numbers::pi;

/// A scale of pitch.
struct MelScale {
  double (*toMel)(double hertz);
  double (*toHertz)(double mel);
};

/// Slaney's, as the library librosa has it: linear up to 1000 Hz.
const MelScale kSlaney{[](double f) { return f < 1000 ? 3 * f / 200 : 15 + std::log(f / 1000) * 27 / std::log(6.4); },
                       [](double m) { return m < 15 ? 200 * m / 3 : 1000 * std::exp((m - 15) * std::log(6.4) / 27); }};
const MelScale kKaldi{[](double f) { return 1127 * std::log(1 + f / 700); },
                      [](double m) { return 700 * (std::exp(m / 1127) - 1); }};

/// Triangles over the bins of a spectrum [bins, bands]: between neighbours in hertz with areas of 1 (Slaney), or in mel
/// with heights of 1 (Kaldi).
Numbers melFilters(Index bins, Index bands, double lowest, double highest, double rate, bool kaldi) {
  const MelScale& scale = kaldi ? kKaldi : kSlaney;
  const double from = scale.toMel(lowest), to = scale.toMel(highest);
  Eigen::ArrayXd corners(bands + 2);
  for (Index i = 0; i < corners.size(); ++i) {
    corners[i] = from + (to - from) * static_cast<double>(i) / static_cast<double>(bands + 1);
    if (!kaldi) corners[i] = scale.toHertz(corners[i]);
  }
  Numbers out(bins, bands);
  for (Index bin = 0; bin < bins; ++bin) {
    const double hertz = rate / 2 * static_cast<double>(bin) / static_cast<double>(bins - 1);
    const double at = kaldi ? scale.toMel(hertz) : hertz;
    for (Index band = 0; band < bands; ++band) {
      const double up = (at - corners[band]) / (corners[band + 1] - corners[band]);
      const double down = (corners[band + 2] - at) / (corners[band + 2] - corners[band + 1]);
      out(bin, band) = std::max(0.0, std::min(up, down)) * (kaldi ? 1 : 2 / (corners[band + 2] - corners[band]));
    }
  }
  return out;
}

/// Power of the spectrum of each frame: [frames, size / 2 + 1] of frames [frames, window], filled up to `size`.
Numbers powerOf(const Numbers& frames, Index size) {
  const Index bins = size / 2 + 1, window = frames.cols();
  Numbers waves(window, 2 * bins);
  for (Index i = 0; i < window; ++i)
    for (Index bin = 0; bin < bins; ++bin) {
      const double angle = 2 * kPi * static_cast<double>((i * bin) % size) / static_cast<double>(size);
      waves(i, bin) = std::cos(angle);
      waves(i, bins + bin) = -std::sin(angle);
    }
  constexpr Index kBand = 512;
  Numbers out(frames.rows(), bins);
  for (Index first = 0; first < frames.rows(); first += kBand) {
    const Index count = std::min(kBand, frames.rows() - first);
    const Numbers both = frames.middleRows(first, count) * waves;
    out.middleRows(first, count) = both.leftCols(bins).cwiseAbs2() + both.rightCols(bins).cwiseAbs2();
  }
  return out;
}

/// A Hann window of so many samples, periodic or with zeros at both ends.
Eigen::ArrayXd hann(Index size, bool periodic) {
  Eigen::ArrayXd out(size);
  for (Index i = 0; i < size; ++i)
    out[i] = 0.5 - 0.5 * std::cos(2 * kPi * static_cast<double>(i) / static_cast<double>(periodic ? size : size - 1));
  return out;
}

/// Whisper's (Radford et al. 2022).
Matrix logMel(const SoundPreparation& p, const std::vector<float>& samples) {
  const Index n = p.samples, half = p.window / 2, frames = n / p.hop;
  const Eigen::ArrayXd window = hann(p.window, true);
  const auto at = [&](Index i) {
    if (i < 0) i = -i;
    if (i >= n) i = 2 * n - 2 - i;
    return i < static_cast<Index>(samples.size()) ? static_cast<double>(samples[static_cast<std::size_t>(i)]) : 0.0;
  };
  Numbers cut(frames, p.window);
  for (Index frame = 0; frame < frames; ++frame)
    for (Index i = 0; i < p.window; ++i) cut(frame, i) = at(frame * p.hop + i - half) * window[i];
  const Numbers filters = melFilters(half + 1, p.bands, 0, 8000, p.rate, false);
  Numbers mel = (powerOf(cut, p.window) * filters).transpose();
  mel = mel.array().max(1e-10).log10();
  const double least = mel.maxCoeff() - 8;
  return ((mel.array().max(least) + 4) / 4).cast<float>().matrix();
}

/// AST's (Gong et al. 2021), made as Kaldi does.
Matrix filterBank(const SoundPreparation& p, const std::vector<float>& samples) {
  constexpr double kBefore = 0.97, kFloor = 1.192092955078125e-07;
  constexpr Index kSize = 512;
  const auto n = static_cast<Index>(samples.size());
  const Index frames = std::min(p.frames, (n - p.window) / p.hop + 1);
  const Eigen::ArrayXd window = hann(p.window, false);
  Numbers cut(frames, p.window);
  for (Index frame = 0; frame < frames; ++frame) {
    Eigen::ArrayXd own(p.window);
    for (Index i = 0; i < p.window; ++i)
      own[i] = static_cast<double>(samples[static_cast<std::size_t>(frame * p.hop + i)]);
    own -= own.mean();
    const Eigen::ArrayXd before = own.head(p.window - 1) * kBefore;
    own.tail(p.window - 1) -= before;
    own[0] *= 1 - kBefore;
    cut.row(frame) = (own * window).matrix().transpose();
  }
  const Numbers filters = melFilters(kSize / 2 + 1, p.bands, 20, p.rate / 2, p.rate, true);
  const Numbers bank = (powerOf(cut, kSize) * filters).array().max(kFloor).log();
  Numbers whole = Numbers::Zero(p.frames, p.bands);
  whole.topRows(frames) = bank;
  if (p.normalise) whole = (whole.array() - p.mean) / (2 * p.deviation);
  return whole.transpose().cast<float>();
}

std::string seconds(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4g s", value);
  return text;
}

/// The values, which loud samples and settings can drive beyond single precision.
Matrix finite(Matrix values) {
  if (!values.allFinite()) throw Error("sound: expected finite values after its preparation, found others");
  return values;
}

Index boundedSize(const Config& config, std::string_view key, Index otherwise, Index least, Index most) {
  const Index found = config.size(key, otherwise);
  if (found < least || found > most)
    throw Error(config.where(key) + ": expected " + std::to_string(least) + " to " + std::to_string(most) + ", found " +
                std::to_string(found));
  return found;
}

/// Throws Error for a spectrogram that no model has: its frames and bands, and the work of the frames' spectra.
void checkSpectrogram(const Config& config, std::string_view key, const SoundPreparation& p, Index frames) {
  constexpr Index kMostNumbers = Index{1} << 26, kMostWork = Index{1} << 32;
  const Index each = std::max(p.window, p.bands);
  const Index most = std::min(kMostNumbers / each, kMostWork / (p.window * (p.window / 2 + 1)));
  if (frames > most)
    throw Error(config.where(key) + ": expected at most " + std::to_string(most) + " frames of " +
                std::to_string(p.window) + " samples and " + std::to_string(p.bands) + " bands, found " +
                std::to_string(frames));
}

}  // namespace

SoundPreparation SoundPreparation::open(const std::filesystem::path& folder) {
  const std::optional<Config> found = preparationSettings(folder, "feature_extractor");
  SoundPreparation p;
  if (!found) {
    p.refusal = "'" + folder.string() +
                "': expected preprocessor_config.json, which says how a sound is prepared, found none; --pixels gives "
                "prepared values";
    return p;
  }
  const Config& c = *found;
  const std::string extractor = c.text("feature_extractor_type", "Wav2Vec2FeatureExtractor");
  p.rate = static_cast<double>(boundedSize(c, "sampling_rate", 16000, 100, 1'000'000));
  if (extractor.starts_with("Whisper")) {
    p.kind = Kind::LogMel;
    p.bands = boundedSize(c, "feature_size", 80, 1, 4096);
    p.hop = boundedSize(c, "hop_length", 160, 1, 1 << 16);
    p.window = boundedSize(c, "n_fft", 400, 2, 1 << 12);
    p.samples = static_cast<Index>(static_cast<double>(boundedSize(c, "chunk_length", 30, 1, 86400)) * p.rate);
    constexpr Index kMost = Index{1} << 26;
    const Index least = std::max(p.hop, p.window / 2 + 1);
    if (p.samples < least || p.samples > kMost)
      throw Error(c.where("chunk_length") + ": expected a stretch of " + std::to_string(least) +
                  " (hop_length, half of "
                  "n_fft) to " +
                  std::to_string(kMost) + " samples, found " + std::to_string(p.samples));
    checkSpectrogram(c, "chunk_length", p, p.samples / p.hop);
  } else if (extractor.starts_with("Wav2Vec2")) {
    p.kind = Kind::Waveform;
    p.normalise = c.flag("do_normalize", true);
  } else if (extractor.starts_with("AST")) {
    p.kind = Kind::FilterBank;
    p.bands = boundedSize(c, "num_mel_bins", 128, 1, 4096);
    p.frames = boundedSize(c, "max_length", 1024, 1, 1 << 20);
    checkSpectrogram(c, "max_length", p, p.frames);
    p.normalise = c.flag("do_normalize", true);
    p.mean = c.number("mean", -4.2677393);
    p.deviation = c.number("std", 4.5689974);
    if (p.deviation == 0) throw Error(c.where("std") + ": expected a number other than 0");
  } else {
    p.refusal = c.where("feature_extractor_type") + ": unsupported '" + extractor +
                "'; supported: those of Whisper, wav2vec 2.0 (and HuBERT) and AST";
  }
  return p;
}

Matrix SoundPreparation::prepared(const Sound& given, std::vector<std::string>& remarks) const {
  if (!refusal.empty()) throw Error(refusal);
  if (given.channels > 1)
    remarks.push_back("The sound has " + std::to_string(given.channels) + " channels, whose mean is read.");
  if (given.rate != rate) {
    char text[128];
    std::snprintf(text, sizeof text, "The sound has %.0f samples a second and was resampled to the model's %.0f.",
                  given.rate, rate);
    remarks.emplace_back(text);
  }
  const Index n = samplesAt(given, rate);
  const Index least = kind == Kind::FilterBank ? window : 1;
  if (n < least)
    throw Error("sound: expected at least " + std::to_string(least) + " samples at " +
                std::to_string(static_cast<Index>(rate)) + " a second, found " + std::to_string(n));
  constexpr Index kMostRead = Index{1} << 28;
  if (kind == Kind::Waveform && n > kMostRead)
    throw Error("sound: expected at most " + std::to_string(kMostRead) + " samples at " +
                std::to_string(static_cast<Index>(rate)) + " a second, found " + std::to_string(n));
  const Index most = kind == Kind::LogMel ? samples : kind == Kind::FilterBank ? window + (frames - 1) * hop : n;
  // Samples behind the last one that is read are not made: an hour of them takes minutes.
  const Sound sound = resampled(given, rate, most);
  if (n > most)
    remarks.push_back("The sound has " + seconds(given.seconds()) + ", of which the model reads the first " +
                      seconds(static_cast<double>(most) / rate) + ".");
  if (std::all_of(sound.samples.begin(), sound.samples.end(), [&](float x) { return x == sound.samples.front(); }))
    remarks.emplace_back("The sound is silent: all of its samples are the same.");
  if (kind == Kind::LogMel) return finite(logMel(*this, sound.samples));
  if (kind == Kind::FilterBank) return finite(filterBank(*this, sound.samples));
  Matrix out = Eigen::Map<const Matrix>(sound.samples.data(), 1, n);
  if (normalise) {
    const Eigen::ArrayXd values = out.row(0).cast<double>().transpose();
    const double middle = values.mean(), variance = (values - middle).square().mean();
    out.row(0) = ((values - middle) / std::sqrt(variance + 1e-7)).cast<float>().matrix().transpose();
  }
  return finite(std::move(out));
}

}  // namespace headlight

// RxPlayer with its engine in a worker, which has DASH in it.
import RxPlayer from 'rx-player/minimal';
import { MULTI_THREAD } from 'rx-player/experimental/features';

RxPlayer.addFeatures([MULTI_THREAD]);
export default RxPlayer;
